package com.xpkit.sociallink.link;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The headers of a visitor's request. They are read before the answer is made, because another thread may make it, and on
 * some servers the headers are gone by then.
 *
 * @param cookies the {@code Cookie} headers
 * @param userAgent may be null
 * @param accept may be null
 * @param isPrefetch whether it is a prefetch or a preview, so no person sees the answer
 */
record VisitorHeaders(List<String> cookies, String userAgent, String accept, boolean isPrefetch) {

    private static final List<String> PREFETCH =
            List.of("Sec-Purpose", "Purpose", "X-Purpose", "X-Moz");
    private static final Pattern EARLY = Pattern.compile("prefetch|preview|prerender");

    static VisitorHeaders of(HttpServletRequest request) {
        return new VisitorHeaders(
                Collections.list(request.getHeaders(HttpHeaders.COOKIE)),
                header(request, HttpHeaders.USER_AGENT),
                header(request, HttpHeaders.ACCEPT),
                isPrefetch(request));
    }

    private static boolean isPrefetch(HttpServletRequest request) {
        for (var name : PREFETCH) {
            var purpose = header(request, name);
            if (purpose != null && EARLY.matcher(purpose.toLowerCase(Locale.ROOT)).find()) {
                return true;
            }
        }
        return false;
    }

    /** Null when there is none. Several are one, separated by commas (RFC 9110, 5.3). */
    private static String header(HttpServletRequest request, String name) {
        var value = request.getHeader(name);
        return value == null ? null : joined(value, request.getHeaders(name));
    }

    private static String joined(String first, Enumeration<String> values) {
        values.nextElement();
        return values.hasMoreElements()
                ? first + "," + String.join(",", Collections.list(values))
                : first;
    }

    /** Whether the client prefers JSON to HTML, in its own order of preference. Browsers get HTML. */
    boolean prefersJson() {
        return AcceptedTypes.of(accept).prefersJson();
    }

    @Override
    public String toString() {
        return "VisitorHeaders";
    }
}
