package com.xpkit.sociallink.token;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.xpkit.sociallink.api.BodyTooLarge;
import com.xpkit.sociallink.api.ErrorView;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.persistence.PersistenceException;
import jakarta.servlet.annotation.MultipartConfig;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * {@code POST /api/token/}. A servlet, because a servlet reads multipart form data (which XPKit's SDK
 * sends) alike on every server.
 */
@WebServlet("/api/token/*") // Open Liberty takes "/api/token/" alone for the path without the slash
@MultipartConfig(
        maxFileSize = 4096,
        maxRequestSize = FormSettings.LARGEST_MULTIPART,
        fileSizeThreshold = FormSettings.LARGEST_MULTIPART)
public class TokenServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject transient TokenIssuing issuing;

    @Inject transient FormSettings limits;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (request.getPathInfo() != null && !request.getPathInfo().equals("/")) {
            answer(response, 404, ErrorView.of(404));
            return;
        }
        response.setHeader("Cache-Control", "no-store");
        if (!request.getMethod().equals("POST")) {
            response.setHeader("Allow", "POST");
            answer(
                    response,
                    405,
                    new OAuthError("invalid_request", "Tokens are asked for by POST.").json());
            return;
        }
        try {
            answer(response, 200, issuing.issue(TokenRequest.of(request, limits.largest())));
        } catch (OAuthError refused) {
            refuse(response, refused);
        } catch (BodyTooLarge refused) {
            answer(
                    response,
                    refused.status(),
                    new OAuthError(refused.error(), refused.getMessage()).json());
        } catch (PersistenceException databaseAway) {
            response.setHeader("Retry-After", "5");
            answer(response, 503, ErrorView.of(503));
        }
    }

    private static void refuse(HttpServletResponse response, OAuthError refused)
            throws IOException {
        if (refused.status() == 401) {
            response.setHeader(
                    "WWW-Authenticate", "Basic realm=\"Social Link\", charset=\"UTF-8\"");
        }
        answer(response, refused.status(), refused.json());
    }

    private static void answer(HttpServletResponse response, int status, JsonObject json)
            throws IOException {
        response.setStatus(status);
        response.setContentType("application/json;charset=UTF-8");
        response.getOutputStream().write(json.toString().getBytes(UTF_8));
    }
}
