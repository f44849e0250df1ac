package com.xpkit.sociallink.platform.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.util.List;

/**
 * Adds the headers that keep every answer out of caches, frames and referrers, and stop browsers from guessing its
 * type. A value that a resource sets replaces the default. This is the first filter in {@code web.xml}; error
 * dispatches also pass through it.
 */
public class HeadersFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    /** Without X-Frame-Options: {@code frame-ancestors} replaces it (CSP 3, section 6.4.2). */
    private static final List<Header> DEFAULTS =
            List.of(
                    new Header("Cache-Control", "no-store"),
                    new Header(
                            "Content-Security-Policy",
                            "default-src 'none'; base-uri 'none'; form-action 'none';"
                                    + " frame-ancestors 'none'"),
                    new Header("Referrer-Policy", "no-referrer"),
                    new Header("X-Content-Type-Options", "nosniff"));

    @Override
    protected void doFilter(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        addMissing(response);
        chain.doFilter(request, new OneValueEach(response));
    }

    /**
     * In an error dispatch, headers that are already set come from the resource: a missing verification file keeps its
     * own.
     */
    private static void addMissing(HttpServletResponse response) {
        for (var header : DEFAULTS) {
            if (!response.containsHeader(header.name())) {
                response.setHeader(header.name(), header.value());
            }
        }
    }

    private static boolean isDefault(String name) {
        for (var header : DEFAULTS) {
            if (header.name().equalsIgnoreCase(name)) {
                return true;
            }
        }
        return false;
    }

    private record Header(String name, String value) {}

    /** RESTEasy would add a second value to an existing header; two policies would both apply. */
    private static final class OneValueEach extends HttpServletResponseWrapper {

        OneValueEach(HttpServletResponse response) {
            super(response);
        }

        @Override
        public void addHeader(String name, String value) {
            if (isDefault(name)) {
                setHeader(name, value);
            } else {
                super.addHeader(name, value);
            }
        }
    }
}
