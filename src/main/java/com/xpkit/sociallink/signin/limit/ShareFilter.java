package com.xpkit.sociallink.signin.limit;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Gives a request's place in its account's share back when the answer is written; only the inner filters know the
 * caller. Answers that are written later, on another thread, belong to visitors, who have no share.
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
