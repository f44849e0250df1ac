package com.xpkit.sociallink.platform.metrics;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Times the requests of the API, except for the visitor's way, which times its own steps. This filter comes after the
 * gate, which only lets seven methods through.
 */
public class ApiTimingFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    @Inject transient Metrics metrics;

    @Override
    protected void doFilter(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request.getRequestURI().contains("/api/wechat/")) {
            chain.doFilter(request, response);
            return;
        }
        var began = System.nanoTime();
        // an exception that leaves the filter chain is a server error
        var status = 500;
        try {
            chain.doFilter(request, response);
            status = response.getStatus();
        } finally {
            metrics.api().end(request.getMethod(), status, began);
        }
    }
}
