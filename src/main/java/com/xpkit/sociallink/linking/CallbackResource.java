package com.xpkit.sociallink.linking;

import com.xpkit.sociallink.metrics.Step;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/** {@code GET /api/wechat/callback/}: where WeChat sends them back. */
@Path("/wechat/callback")
@ApplicationScoped
public class CallbackResource {

    @Inject VisitorLinking linking;

    @Inject LinkAnswers answers;

    @GET
    public Response callBack(@Context HttpServletRequest http, @Context HttpHeaders headers) {
        var request =
                new CallbackRequest(
                        CallbackQueryFilter.query(http),
                        headers.getRequestHeader(HttpHeaders.COOKIE),
                        headers.getHeaderString(HttpHeaders.USER_AGENT));
        return answers.answer(
                Step.CALLBACK,
                headers,
                link -> answers.arrive(link, linking.arrive(link, request), headers));
    }

    @HEAD
    public Response look() {
        return answers.nothing();
    }
}
