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
 * Prepares a callback for Jakarta REST. It removes the query, which contains WeChat's code, because a server's tracing
 * records the address of each request in Jakarta REST.
 *
 * <p>It also sets the status that every response begins with. Payara 6 sets it when somebody first reads it, and the
 * request's own thread reads it while it leaves, perhaps just when another thread has set the status of the answer: about
 * one visitor in two hundred thousand got a redirect with the status 200.
 */
public class CallbackFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;
    private static final String ATTRIBUTE = CallbackFilter.class.getName();

    @Override
    protected void doFilter(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        response.setStatus(HttpServletResponse.SC_OK);
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
