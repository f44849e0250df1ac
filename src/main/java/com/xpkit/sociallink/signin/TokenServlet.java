package com.xpkit.sociallink.signin;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.xpkit.sociallink.platform.error.Refusal;
import com.xpkit.sociallink.platform.http.BodyTooLarge;
import com.xpkit.sociallink.platform.http.ErrorView;
import com.xpkit.sociallink.signin.limit.CallerAddresses;
import com.xpkit.sociallink.signin.limit.SlowAnswers;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.persistence.PersistenceException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** {@code POST /api/token/}. A servlet, because only a servlet can delay an answer without blocking a thread. */
// Open Liberty reads "/api/token/" as only the path without the slash
@WebServlet(value = "/api/token/*", asyncSupported = true)
public class TokenServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject transient TokenIssuing issuing;

    @Inject transient FormSettings limits;

    @Inject transient FormPlaces places;

    @Inject transient CallerAddresses addresses;

    @Inject transient SlowAnswers slowly;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (request.getPathInfo() != null && !request.getPathInfo().equals("/")) {
            answer(response, 404, ErrorView.of(404));
            return;
        }
        if (!request.getMethod().equals("POST")) {
            response.setHeader("Allow", "POST");
            answer(
                    response,
                    405,
                    new OAuthError("invalid_request", "Tokens are requested with POST.").json());
            return;
        }
        try {
            issue(request, response);
        } catch (Refusal refused) {
            refuse(response, refused);
        } catch (PersistenceException databaseAway) {
            response.setHeader("Retry-After", "5");
            answer(response, 503, ErrorView.of(503));
        }
    }

    private void issue(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        try {
            var asked = TokenRequest.of(request, form(request));
            answer(response, 200, issuing.issue(asked, addresses.of(request)));
        } catch (OAuthError refused) {
            refuse(request, response, refused);
        }
    }

    private byte[] form(HttpServletRequest request) {
        if (request.getContentLengthLong() > limits.maxBytes()) {
            throw new BodyTooLarge(limits.maxBytes(), FormSettings.FORM);
        }
        if (!TokenForm.isForm(request.getContentType())) {
            return new byte[0];
        }
        try {
            return places.read(request.getInputStream());
        } catch (IOException brokenOff) {
            throw TokenForm.unreadable();
        }
    }

    private static void refuse(HttpServletResponse response, Refusal refused) throws IOException {
        refused.headers().forEach(response::setHeader);
        answer(
                response,
                refused.status(),
                new OAuthError(refused.error(), refused.getMessage()).json());
    }

    private void refuse(
            HttpServletRequest request, HttpServletResponse response, OAuthError refused)
            throws IOException {
        slowly.write(request, response, refused.pause(), () -> answer(response, refused));
    }

    private static void answer(HttpServletResponse response, OAuthError refused)
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
