package com.xpkit.sociallink.platform.http;

import static java.util.stream.Collectors.toMap;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/**
 * Adds the headers that keep every answer out of caches, frames and referrers, and stop browsers from guessing its
 * type. A value that a resource sets replaces the default. This is the first filter in {@code web.xml}; error
 * dispatches also pass through it.
 */
public class HeadersFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    /** Without X-Frame-Options: {@code frame-ancestors} replaces it (CSP 3, section 6.4.2). */
    private static final Map<String, String> DEFAULTS =
            new TreeMap<>(
                    Map.of(
                            "Cache-Control",
                            "no-store",
                            "X-Content-Type-Options",
                            "nosniff",
                            "Referrer-Policy",
                            "no-referrer",
                            "Content-Security-Policy",
                            "default-src 'none'; base-uri 'none'; form-action 'none';"
                                    + " frame-ancestors 'none'"));

    @Override
    protected void doFilter(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        missing(response).forEach(response::setHeader);
        chain.doFilter(request, new OneValueEach(response));
    }

    /**
     * In an error dispatch, headers that are already set come from the resource: a missing verification file keeps its
     * own.
     */
    private static Map<String, String> missing(HttpServletResponse response) {
        return DEFAULTS.entrySet().stream()
                .filter(header -> !response.containsHeader(header.getKey()))
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** RESTEasy would add a second value to an existing header; two policies would both apply. */
    private static final class OneValueEach extends HttpServletResponseWrapper {

        OneValueEach(HttpServletResponse response) {
            super(response);
        }

        @Override
        public void addHeader(String name, String value) {
            if (DEFAULTS.keySet().stream().anyMatch(name::equalsIgnoreCase)) {
                setHeader(name, value);
            } else {
                super.addHeader(name, value);
            }
        }
    }
}
