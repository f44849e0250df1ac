package com.xpkit.sociallink.link;

import com.xpkit.sociallink.address.Query;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;

/**
 * Removes the query from a callback before Jakarta REST sees it. The query contains WeChat's code, and a server's tracing
 * records the address of each request in Jakarta REST.
 */
public class CallbackQueryFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;
    private static final String ATTRIBUTE = CallbackQueryFilter.class.getName();

    @Override
    protected void doFilter(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        request.setAttribute(ATTRIBUTE, Query.of(request.getQueryString()));
        chain.doFilter(new WithoutQuery(request), response);
    }

    /** The query that was removed. */
    static Query query(HttpServletRequest request) {
        return (Query) request.getAttribute(ATTRIBUTE);
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
