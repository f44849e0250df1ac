package com.xpkit.sociallink.configuration;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Serves verification files to every client: byte for byte, 200, text/plain, no redirect. The User-Agent of WeChat's
 * checker is unknown.
 */
@WebServlet("*.txt")
public class VerificationFileServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject transient VerificationFiles files;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var isHead = request.getMethod().equals("HEAD");
        if (!isHead && !request.getMethod().equals("GET")) {
            response.setHeader("Allow", "GET, HEAD");
            response.sendError(405);
            return;
        }
        // a missing or renamed file must not stay in a cache between WeChat and us
        response.setHeader("Cache-Control", "no-cache");
        // the servlet path is decoded and normalised, so compare the raw address
        var path = request.getRequestURI().substring(request.getContextPath().length());
        var file = path.length() > 256 ? null : files.find(path.substring(1)).orElse(null);
        if (file == null) {
            response.sendError(404);
            return;
        }
        var bytes = file.contents().getBytes(UTF_8);
        response.setContentType("text/plain");
        response.setContentLength(bytes.length);
        if (!isHead) {
            response.getOutputStream().write(bytes);
        }
    }
}
