package com.xpkit.sociallink.configuration;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Serves verification files: byte for byte, 200, text/plain, no redirect, to anyone, since nobody knows
 * which User-Agent WeChat's checker sends.
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
        // a file that was asked for too early, or renamed, must not live on in a cache on the way
        response.setHeader("Cache-Control", "no-cache");
        // the servlet path is decoded and normalised: compare the address as it was sent
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
