package com.xpkit.sociallink.job;

import com.xpkit.sociallink.kernel.Actor;
import com.xpkit.sociallink.kernel.RequiresScope;
import com.xpkit.sociallink.kernel.Scope;
import com.xpkit.sociallink.platform.listing.ListRequest;
import com.xpkit.sociallink.platform.listing.ListRequestSettings;
import com.xpkit.sociallink.platform.rest.ReadsQuery;
import com.xpkit.sociallink.platform.rest.ResourceId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;

/** {@code /api/job/}: the state and result of work that outlives its request. */
@Path("/job")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class JobResource {

    @Inject JobReading reading;

    @Inject JobFields fields;

    @Inject ListRequestSettings limits;

    @Context SecurityContext security;

    @GET
    @RequiresScope(Scope.JOB_READ)
    @ReadsQuery
    public JsonObject list(@Context UriInfo uri) {
        return reading.page(
                Actor.of(security), ListRequest.of(uri.getQueryParameters(), fields.all(), limits));
    }

    @GET
    @Path("/{id}")
    @RequiresScope(Scope.JOB_READ)
    public Response read(@PathParam("id") ResourceId id, @Context HttpHeaders headers) {
        return reading.named(Actor.of(security), id.uuid()).read(headers);
    }
}
