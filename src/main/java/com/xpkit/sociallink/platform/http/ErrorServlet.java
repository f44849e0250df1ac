package com.xpkit.sociallink.platform.http;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Where {@code web.xml} sends the errors that no resource saw: the contract's shape, no stack trace. The WAR's own folders are
 * named here because Payara redirects a folder that no servlet has to one with a slash, on whatever host the client
 * names.
 */
@WebServlet({"/error", "/META-INF/*", "/WEB-INF/*"})
public class ErrorServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var status = (Integer) request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        // without the attribute somebody asked for this path itself
        response.setStatus(status == null ? 404 : status);
        RequestGate.write(response, response.getStatus());
    }
}
