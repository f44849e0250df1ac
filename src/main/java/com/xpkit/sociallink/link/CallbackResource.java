package com.xpkit.sociallink.link;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** {@code GET /api/wechat/callback/}: where WeChat sends visitors back. */
@Path("/wechat/callback")
@ApplicationScoped
public class CallbackResource {

    @Inject VisitorLinking linking;

    @Inject LinkAnswers answers;

    @GET
    public CompletionStage<Response> callBack(@Context HttpServletRequest http) {
        var visitor = VisitorHeaders.of(http);
        if (visitor.isPrefetch()) {
            return CompletableFuture.completedFuture(answers.nothing().response());
        }
        var query = CallbackFilter.query(http);
        var request = new CallbackRequest(query, visitor.cookies(), visitor.userAgent());
        return linking.arrive(request).thenApply(result -> answers.of(result, visitor).response());
    }

    @HEAD
    public Response look() {
        return answers.nothing().response();
    }
}
