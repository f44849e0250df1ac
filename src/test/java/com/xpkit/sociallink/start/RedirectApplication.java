package com.xpkit.sociallink.start;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;

/** Jakarta REST below {@code /api}, as in the service. */
@ApplicationPath("/api")
public class RedirectApplication extends Application {

    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(RedirectResource.class);
    }
}
