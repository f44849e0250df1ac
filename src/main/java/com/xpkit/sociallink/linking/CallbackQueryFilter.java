package com.xpkit.sociallink.linking;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;

/**
 * Takes the query off a callback before Jakarta REST sees it: it holds WeChat's code, and servers' tracing
 * records the address of each request there.
 */
public class CallbackQueryFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;
    private static final String ATTRIBUTE = CallbackQueryFilter.class.getName();

    @Override
    protected void doFilter(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        request.setAttribute(ATTRIBUTE, Map.copyOf(request.getParameterMap()));
        chain.doFilter(new WithoutQuery(request), response);
    }

    /** The query's parameters, decoded; each has at least one value. */
    @SuppressWarnings("unchecked")
    static Map<String, String[]> query(HttpServletRequest request) {
        return (Map<String, String[]>) request.getAttribute(ATTRIBUTE);
    }

    private static final class WithoutQuery extends HttpServletRequestWrapper {

        WithoutQuery(HttpServletRequest request) {
            super(request);
        }

        @Override
        public String getQueryString() {
            return null;
        }

        @Override
        public Map<String, String[]> getParameterMap() {
            return Map.of();
        }
    }
}
