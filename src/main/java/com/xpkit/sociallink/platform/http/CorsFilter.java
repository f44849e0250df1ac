package com.xpkit.sociallink.platform.http;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Lets pages of the origins in {@code sociallink.cors.origins} call the API (Fetch standard, CORS protocol).
 * Credentials are never allowed: the API uses no cookies. CORS does not apply to the visitor's way, because browsers
 * navigate to it.
 */
public class CorsFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    @Inject transient CorsSettings settings;

    @Override
    protected void doFilter(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var isVisitor = request.getRequestURI().contains("/api/wechat/");
        var origin = request.getHeader("Origin");
        if (!isVisitor) {
            response.addHeader("Vary", "Origin");
        }
        if (isVisitor || !settings.allow(origin)) {
            chain.doFilter(request, response);
            return;
        }
        response.setHeader("Access-Control-Allow-Origin", origin);
        response.setHeader(
                "Access-Control-Expose-Headers", "ETag, Location, Retry-After, WWW-Authenticate");
        if (isPreflight(request)) {
            permit(response);
        } else {
            chain.doFilter(request, response);
        }
    }

    private static boolean isPreflight(HttpServletRequest request) {
        return request.getMethod().equals("OPTIONS")
                && request.getHeader("Access-Control-Request-Method") != null;
    }

    private static void permit(HttpServletResponse response) {
        response.setHeader("Access-Control-Allow-Methods", "GET, POST, PUT, PATCH, DELETE");
        response.setHeader(
                "Access-Control-Allow-Headers",
                "Authorization, Content-Type, If-Match, If-None-Match");
        response.setHeader("Access-Control-Max-Age", "3600");
        response.setStatus(204);
    }
}
