package com.xpkit.sociallink.profile.edit;

import com.xpkit.sociallink.kernel.Actor;
import com.xpkit.sociallink.kernel.RequiresScope;
import com.xpkit.sociallink.kernel.Scope;
import com.xpkit.sociallink.platform.json.JsonDocument;
import com.xpkit.sociallink.platform.listing.ListRequest;
import com.xpkit.sociallink.platform.listing.ListRequestSettings;
import com.xpkit.sociallink.platform.rest.IfMatch;
import com.xpkit.sociallink.platform.rest.ReadsQuery;
import com.xpkit.sociallink.platform.rest.ResourceId;
import com.xpkit.sociallink.profile.ProfileFinding;
import com.xpkit.sociallink.profile.list.ProfileFields;
import com.xpkit.sociallink.profile.list.ProfileListing;
import com.xpkit.sociallink.profile.privacy.ProfileErasing;
import com.xpkit.sociallink.profile.privacy.ProfileExporting;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;

/** {@code /api/profile/}: who the visitors are. */
@Path("/profile")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class ProfileResource {

    @Inject ProfileListing listing;

    @Inject ProfileFinding finding;

    @Inject ProfileEditing editing;

    @Inject ProfileUpserting upserting;

    @Inject ProfileErasing erasing;

    @Inject ProfileExporting exporting;

    @Inject ListRequestSettings limits;

    @Context SecurityContext security;

    @GET
    @RequiresScope(Scope.PROFILE_READ)
    @ReadsQuery
    public JsonObject list(@Context UriInfo uri) {
        return listing.page(
                actor(), ListRequest.of(uri.getQueryParameters(), ProfileFields.ALL, limits));
    }

    @POST
    @RequiresScope(Scope.PROFILE_WRITE)
    public Response create(JsonDocument body) {
        return editing.create(actor(), body).created();
    }

    @POST
    @Path("/create-update")
    @RequiresScope(Scope.PROFILE_WRITE)
    public Response createOrUpdate(JsonDocument body) {
        var upserted = upserting.upsert(actor(), body);
        var profile = upserted.profile();
        return upserted.isNew() ? profile.created() : profile.changed();
    }

    @GET
    @Path("/{id}")
    @RequiresScope(Scope.PROFILE_READ)
    public Response read(@PathParam("id") ResourceId id, @Context HttpHeaders headers) {
        return finding.view(actor(), id.uuid()).read(headers);
    }

    @PUT
    @Path("/{id}")
    @RequiresScope(Scope.PROFILE_WRITE)
    public Response replace(
            @PathParam("id") ResourceId id,
            @HeaderParam("If-Match") @DefaultValue(IfMatch.ANY) IfMatch ifMatch,
            JsonDocument body) {
        return editing.replace(actor(), id.uuid(), ifMatch, body).changed();
    }

    @PATCH
    @Path("/{id}")
    @RequiresScope(Scope.PROFILE_WRITE)
    public Response patch(
            @PathParam("id") ResourceId id,
            @HeaderParam("If-Match") @DefaultValue(IfMatch.ANY) IfMatch ifMatch,
            JsonDocument body) {
        return editing.patch(actor(), id.uuid(), ifMatch, body).changed();
    }

    @DELETE
    @Path("/{id}")
    @RequiresScope(Scope.PROFILE_WRITE)
    public void erase(
            @PathParam("id") ResourceId id,
            @HeaderParam("If-Match") @DefaultValue(IfMatch.ANY) IfMatch ifMatch) {
        erasing.erase(actor(), id.uuid(), ifMatch);
    }

    @GET
    @Path("/{id}/export")
    @RequiresScope(Scope.PROFILE_READ)
    public Response export(@PathParam("id") ResourceId id) {
        var export = exporting.begin(actor(), id.uuid());
        StreamingOutput written = out -> exporting.write(export, out);
        return Response.ok(written).build();
    }

    private Actor actor() {
        return Actor.of(security);
    }
}
