package com.xpkit.sociallink.platform.http;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Handles the errors that {@code web.xml} sends here because no resource handled them: the contract's error format, no
 * stack trace. It also handles the WAR's own folders, because Payara redirects a folder without a servlet to its
 * address with a slash, on any host that the client names.
 */
@WebServlet({"/error", "/META-INF/*", "/WEB-INF/*"})
public class ErrorServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var status = (Integer) request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        // without the attribute, a client requested this path itself
        response.setStatus(status == null ? 404 : status);
        RequestGate.write(response, response.getStatus());
    }
}
