package com.xpkit.sociallink.start;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;

/** The same redirect through Jakarta REST and CDI, with its address from a database. */
@Path("/wechat/authorise")
@ApplicationScoped
public class StoredRedirectResource {

    @PersistenceContext EntityManager entities;

    @GET
    @Transactional
    public Response authorise() {
        var stored = entities.find(StoredRedirect.class, 1);
        return Response.status(Response.Status.FOUND)
                .location(URI.create(stored.address()))
                .build();
    }
}
