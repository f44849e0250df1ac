package com.xpkit.sociallink.signin.limit;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Ends a request's part in its account's share when the answer is written; who asks is known inside alone. Requests that are
 * answered later, on another thread, are the visitors' and have no part.
 */
public class ShareFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    @Inject transient Shares shares;

    @Override
    protected void doFilter(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        try {
            chain.doFilter(request, response);
        } finally {
            shares.leave(request);
        }
    }
}
