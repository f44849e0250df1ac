package com.xpkit.sociallink.link;

import com.xpkit.sociallink.address.Query;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/** {@code GET /api/wechat/authorise/}: where applications send their visitors. */
@Path("/wechat/authorise")
@ApplicationScoped
public class AuthoriseResource {

    @Inject VisitorLinking linking;

    @Inject LinkAnswers answers;

    @GET
    public Response authorise(@Context HttpServletRequest http, @Context HttpHeaders headers) {
        var visitor = VisitorHeaders.of(headers);
        if (visitor.isPrefetch()) {
            return answers.nothing();
        }
        var request = AuthoriseRequest.of(Query.of(http.getQueryString()), visitor.userAgent());
        return answers.of(linking.depart(request), visitor);
    }

    @HEAD
    public Response look() {
        return answers.nothing();
    }
}
