package com.xpkit.sociallink.platform.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Comes before every path and refuses the requests that servers answer differently, or with 5xx: unknown methods,
 * oversized headers, malformed percent-encoding. Only {@link HeadersFilter} comes earlier.
 */
public class RequestGate extends HttpFilter {

    private static final long serialVersionUID = 1L;
    private static final Set<String> METHODS =
            Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");
    private static final Set<String> FILE_METHODS = Set.of("GET", "HEAD", "OPTIONS");
    private static final int MAX_HEADER_BYTES = 32 * 1024;
    private static final Pattern BROKEN_PERCENT = Pattern.compile("%(?!\\p{XDigit}{2})");

    @Override
    protected void doFilter(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var status = fault(request);
        if (status == 0) {
            chain.doFilter(readable(request), response);
        } else {
            refuse(request, response, status);
        }
    }

    /** The visitor's way parses its own addresses, as browsers write them. */
    private static HttpServletRequest readable(HttpServletRequest request) {
        return new ReadableRequest(request, !path(request).startsWith("/api/wechat/"));
    }

    private static int fault(HttpServletRequest request) {
        if (!methods(request).contains(request.getMethod())) {
            return 405;
        }
        if (headerSize(request) > MAX_HEADER_BYTES) {
            return 431;
        }
        var query = request.getQueryString();
        if (query != null && BROKEN_PERCENT.matcher(query).find()) {
            return 400;
        }
        return isRoot(request) ? 404 : 0;
    }

    /** Nothing is there; WildFly would answer that listing its files is not allowed. */
    private static boolean isRoot(HttpServletRequest request) {
        return path(request).equals("/") && !request.getMethod().equals("OPTIONS");
    }

    /** Outside the API there are only files. */
    private static Set<String> methods(HttpServletRequest request) {
        var path = path(request);
        return path.startsWith("/api/") || path.equals("/api") ? METHODS : FILE_METHODS;
    }

    private static String path(HttpServletRequest request) {
        return request.getRequestURI().substring(request.getContextPath().length());
    }

    private static int headerSize(HttpServletRequest request) {
        int size = 0;
        for (var name : Collections.list(request.getHeaderNames())) {
            for (var value : Collections.list(request.getHeaders(name))) {
                size += name.length() + value.length();
            }
        }
        return size;
    }

    private static void refuse(HttpServletRequest request, HttpServletResponse response, int status)
            throws IOException {
        response.setStatus(status);
        if (status == 405) {
            response.setHeader("Allow", String.join(", ", methods(request)));
        }
        write(response, status);
    }

    static void write(HttpServletResponse response, int status) throws IOException {
        response.setContentType("application/json;charset=UTF-8");
        response.getOutputStream().write(ErrorView.of(status).toString().getBytes(UTF_8));
    }
}
