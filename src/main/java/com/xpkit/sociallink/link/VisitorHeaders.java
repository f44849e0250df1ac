package com.xpkit.sociallink.link;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The headers of a visitor's request. They are read before the answer is made, because another thread may make it, and on
 * some servers the headers are gone by then.
 *
 * @param cookies the {@code Cookie} headers; may be null
 * @param userAgent may be null
 * @param acceptable in the browser's order of preference
 * @param isPrefetch whether it is a prefetch or a preview, so no person sees the answer
 */
record VisitorHeaders(
        List<String> cookies, String userAgent, List<MediaType> acceptable, boolean isPrefetch) {

    private static final List<String> PREFETCH =
            List.of("Sec-Purpose", "Purpose", "X-Purpose", "X-Moz");

    static VisitorHeaders of(HttpHeaders headers) {
        return new VisitorHeaders(
                headers.getRequestHeader(HttpHeaders.COOKIE),
                headers.getHeaderString(HttpHeaders.USER_AGENT),
                headers.getAcceptableMediaTypes(),
                PREFETCH.stream().map(headers::getHeaderString).anyMatch(VisitorHeaders::isEarly));
    }

    /**
     * @param purpose may be null
     */
    private static boolean isEarly(String purpose) {
        return Stream.ofNullable(purpose)
                .map(value -> value.toLowerCase(Locale.ROOT))
                .anyMatch(value -> value.matches(".*(prefetch|preview|prerender).*"));
    }

    @Override
    public String toString() {
        return "VisitorHeaders";
    }
}
