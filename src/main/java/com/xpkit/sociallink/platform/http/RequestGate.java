package com.xpkit.sociallink.platform.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HexFormat;
import java.util.Set;

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

    @Override
    protected void doFilter(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var path = path(request);
        var status = fault(request, path);
        if (status == 0) {
            chain.doFilter(readable(request, path), response);
        } else {
            refuse(path, response, status);
        }
    }

    /** The visitor's way parses its own addresses, as browsers write them. */
    private static HttpServletRequest readable(HttpServletRequest request, String path) {
        return new ReadableRequest(request, !path.startsWith("/api/wechat/"));
    }

    private static int fault(HttpServletRequest request, String path) {
        if (!methods(path).contains(request.getMethod())) {
            return 405;
        }
        if (headerSize(request) > MAX_HEADER_BYTES) {
            return 431;
        }
        var query = request.getQueryString();
        if (query != null && hasBrokenPercent(query)) {
            return 400;
        }
        return isRoot(request, path) ? 404 : 0;
    }

    private static boolean hasBrokenPercent(String query) {
        for (int at = query.indexOf('%'); at >= 0; at = query.indexOf('%', at + 1)) {
            if (at + 2 >= query.length()
                    || !HexFormat.isHexDigit(query.charAt(at + 1))
                    || !HexFormat.isHexDigit(query.charAt(at + 2))) {
                return true;
            }
        }
        return false;
    }

    /** Nothing is there; WildFly would answer that listing its files is not allowed. */
    private static boolean isRoot(HttpServletRequest request, String path) {
        return path.equals("/") && !request.getMethod().equals("OPTIONS");
    }

    /** Outside the API there are only files. */
    private static Set<String> methods(String path) {
        return path.startsWith("/api/") || path.equals("/api") ? METHODS : FILE_METHODS;
    }

    private static String path(HttpServletRequest request) {
        return request.getRequestURI().substring(request.getContextPath().length());
    }

    private static int headerSize(HttpServletRequest request) {
        int size = 0;
        for (var names = request.getHeaderNames(); names.hasMoreElements(); ) {
            var name = names.nextElement();
            for (var values = request.getHeaders(name); values.hasMoreElements(); ) {
                size += name.length() + values.nextElement().length();
            }
        }
        return size;
    }

    private static void refuse(String path, HttpServletResponse response, int status)
            throws IOException {
        response.setStatus(status);
        if (status == 405) {
            response.setHeader("Allow", String.join(", ", methods(path)));
        }
        write(response, status);
    }

    static void write(HttpServletResponse response, int status) throws IOException {
        response.setContentType("application/json;charset=UTF-8");
        response.getOutputStream().write(ErrorView.of(status).toString().getBytes(UTF_8));
    }
}
