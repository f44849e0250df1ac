package com.xpkit.sociallink.profile.duplicate;

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

/** {@code /api/profile/duplicates/}: pairs of profiles that seem to be the same person. */
@Path("/profile/duplicates")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class DuplicateResource {

    @Inject DuplicateReading reading;

    @Context SecurityContext security;

    @Inject ListRequestSettings limits;

    @GET
    @RequiresScope(Scope.PROFILE_READ)
    @ReadsQuery
    public JsonObject list(@Context UriInfo uri) {
        return reading.page(
                Actor.of(security),
                ListRequest.of(uri.getQueryParameters(), Duplicates.FIELDS, limits));
    }

    @GET
    @Path("/{id}")
    @RequiresScope(Scope.PROFILE_READ)
    public Response read(@PathParam("id") ResourceId id, @Context HttpHeaders headers) {
        return reading.view(Actor.of(security), id.uuid()).read(headers);
    }
}
