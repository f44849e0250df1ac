package com.xpkit.sociallink.link;

import com.xpkit.sociallink.address.Query;
import com.xpkit.sociallink.platform.http.ErrorView;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * {@code GET /api/wechat/authorise/}: where applications send their visitors. A servlet, because on some servers Jakarta REST
 * alone takes longer than the whole answer (docs/adr/0048).
 */
@WebServlet("/api/wechat/authorise/*")
public class AuthoriseServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final String METHODS = "GET, HEAD, OPTIONS";

    @Inject transient VisitorLinking linking;

    @Inject transient LinkAnswers answers;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (request.getPathInfo() != null && !request.getPathInfo().equals("/")) {
            refuse(response, 404);
            return;
        }
        switch (request.getMethod()) {
            case "GET" -> authorise(request).write(response);
            case "HEAD" -> answers.nothing().write(response);
            case "OPTIONS" -> response.setHeader("Allow", METHODS);
            default -> {
                response.setHeader("Allow", METHODS);
                refuse(response, 405);
            }
        }
    }

    LinkAnswer authorise(HttpServletRequest http) {
        var visitor = VisitorHeaders.of(http);
        if (visitor.isPrefetch()) {
            return answers.nothing();
        }
        var request = AuthoriseRequest.of(Query.of(http.getQueryString()), visitor.userAgent());
        return answers.of(linking.depart(request), visitor);
    }

    private static void refuse(HttpServletResponse response, int status) throws IOException {
        LinkAnswer.of(status)
                .withBody("application/json;charset=UTF-8", ErrorView.of(status))
                .write(response);
    }
}
