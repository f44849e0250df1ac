package com.xpkit.sociallink.platform.rest;

import com.xpkit.sociallink.platform.json.JsonDocument;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;

/**
 * Only lets a body be read as JSON when its content type says JSON. This runs before a reader is chosen: servers have
 * their own readers that would fill a {@link JsonDocument} from any {@code application/*+json} without our checks.
 */
@Provider
public class JsonTypes implements ReaderInterceptor {

    private static final Set<String> READ = Set.of("json", "merge-patch+json");

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        if (context.getType() == JsonDocument.class
                && !isRead(context.getMediaType())
                && isSomethingSent(context)) {
            throw new NotSupportedException();
        }
        return context.proceed();
    }

    private static boolean isRead(MediaType type) {
        return type.getType().equalsIgnoreCase("application")
                && READ.contains(type.getSubtype().toLowerCase(Locale.ROOT));
    }

    /** A body without a type arrives as octets; on RESTEasy so does a request without a body, and that is allowed. */
    private static boolean isSomethingSent(ReaderInterceptorContext context) throws IOException {
        return context.getHeaders().containsKey(HttpHeaders.CONTENT_TYPE)
                || context.getInputStream().read() >= 0;
    }
}
