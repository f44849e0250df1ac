package com.xpkit.sociallink.profile.merge;

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
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;

/** {@code /api/profile/{id}/merges/}: the merges of a profile, and their undoing. */
@Path("/profile/{id}/merges")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class MergeRecordResource {

    @Inject MergeRecords records;

    @Inject MergeUndoing undoing;

    @Inject ListRequestSettings limits;

    @Context SecurityContext security;

    @GET
    @RequiresScope(Scope.PROFILE_READ)
    @ReadsQuery
    public JsonObject list(@PathParam("id") ResourceId id, @Context UriInfo uri) {
        var request =
                ListRequest.of(uri.getQueryParameters(), Merges.FIELDS, limits).withoutAccount();
        return records.page(actor(), id.uuid(), request);
    }

    @GET
    @Path("/{merge_id}")
    @RequiresScope(Scope.PROFILE_READ)
    public Response read(
            @PathParam("id") ResourceId id,
            @PathParam("merge_id") ResourceId merge,
            @Context HttpHeaders headers) {
        return records.named(actor(), id.uuid(), merge.uuid()).read(headers);
    }

    @POST
    @Path("/{merge_id}/undo")
    @RequiresScope(Scope.PROFILE_WRITE)
    public Response undo(@PathParam("id") ResourceId id, @PathParam("merge_id") ResourceId merge) {
        return undoing.undo(actor(), id.uuid(), merge.uuid()).changed();
    }

    private Actor actor() {
        return Actor.of(security);
    }
}
