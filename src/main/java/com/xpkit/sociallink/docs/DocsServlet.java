package com.xpkit.sociallink.docs;

import com.xpkit.sociallink.platform.rest.EntityTags;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Set;

/**
 * {@code GET /api/docs/}: the API's description as a page. It is a servlet because below {@code /api} a server looks
 * for Jakarta REST resources, not for files.
 */
@WebServlet("/api/docs/*")
public class DocsServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    /** The page may only run its own scripts and call this service, and may not be framed. */
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self';"
                    + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private transient Map<String, DocsFile> files;

    @Override
    public void init() throws ServletException {
        try {
            files = DocsFile.all();
        } catch (IOException missing) {
            throw new ServletException(missing);
        }
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var file = DocsFile.find(files, request.getPathInfo());
        if (file.isEmpty()) {
            response.sendError(404);
        } else if (!Set.of("GET", "HEAD").contains(request.getMethod())) {
            response.setHeader("Allow", "GET, HEAD");
            response.sendError(405);
        } else {
            answer(request, response, file.get());
        }
    }

    private static void answer(
            HttpServletRequest request, HttpServletResponse response, DocsFile file)
            throws IOException {
        response.setHeader("Content-Security-Policy", POLICY);
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        // revalidated each time (304), so that a new version of the service is visible at once
        response.setHeader("Cache-Control", "no-cache");
        response.setHeader("ETag", '"' + file.tag() + '"');
        if (isKnown(request.getHeader("If-None-Match"), file)) {
            response.setStatus(304);
            return;
        }
        response.setContentType(file.type());
        response.setContentLength(file.contents().length);
        if (request.getMethod().equals("GET")) {
            response.getOutputStream().write(file.contents());
        }
    }

    private static boolean isKnown(String ifNoneMatch, DocsFile file) {
        return ifNoneMatch != null && new EntityTags(ifNoneMatch).include(file.tag());
    }
}
