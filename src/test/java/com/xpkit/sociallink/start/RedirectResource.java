package com.xpkit.sociallink.start;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/** The same redirect through Jakarta REST and CDI. */
@Path("/wechat/authorise")
@ApplicationScoped
public class RedirectResource {

    @Inject RedirectTarget target;

    @GET
    public Response authorise() {
        return Response.status(Response.Status.FOUND).location(target.address()).build();
    }
}
