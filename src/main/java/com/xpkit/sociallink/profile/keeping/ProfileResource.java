package com.xpkit.sociallink.profile.keeping;

import com.xpkit.sociallink.api.Actor;
import com.xpkit.sociallink.api.Expected;
import com.xpkit.sociallink.api.Ids;
import com.xpkit.sociallink.api.JsonDocument;
import com.xpkit.sociallink.api.QueryFlags;
import com.xpkit.sociallink.api.RequiresScope;
import com.xpkit.sociallink.api.Scope;
import com.xpkit.sociallink.listing.ListRequest;
import com.xpkit.sociallink.listing.ListRequestSettings;
import com.xpkit.sociallink.profile.query.ProfileFields;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.DELETE;
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
import jakarta.ws.rs.core.UriInfo;

/** {@code /api/profile/}: who the visitors are. */
@Path("/profile")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class ProfileResource {

    @Inject ProfileListing listing;

    @Inject ProfileFinding finding;

    @Inject ProfileKeeping keeping;

    @Inject CreateUpdate createUpdate;

    @Inject ProfileErasing erasing;

    @Inject ProfileExporting exporting;

    @Inject ListRequestSettings limits;

    @Context SecurityContext security;

    @GET
    @RequiresScope(Scope.PROFILE_READ)
    public JsonObject list(@Context UriInfo uri) {
        return listing.page(
                actor(), ListRequest.of(uri.getQueryParameters(), ProfileFields.ALL, limits));
    }

    @POST
    @RequiresScope(Scope.PROFILE_WRITE)
    public Response create(JsonDocument body, @Context UriInfo uri) {
        QueryFlags.none(uri);
        return keeping.create(actor(), body).created();
    }

    @POST
    @Path("/create-update")
    @RequiresScope(Scope.PROFILE_WRITE)
    public Response createOrUpdate(JsonDocument body, @Context UriInfo uri) {
        QueryFlags.none(uri);
        var upserted = createUpdate.upsert(actor(), body);
        var profile = upserted.profile();
        return upserted.isNew() ? profile.created() : profile.changed();
    }

    @GET
    @Path("/{id}")
    @RequiresScope(Scope.PROFILE_READ)
    public Response read(
            @PathParam("id") String id, @Context HttpHeaders headers, @Context UriInfo uri) {
        QueryFlags.none(uri);
        return finding.view(actor(), Ids.inPath(id)).read(headers);
    }

    @PUT
    @Path("/{id}")
    @RequiresScope(Scope.PROFILE_WRITE)
    public Response replace(
            @PathParam("id") String id,
            @HeaderParam("If-Match") String ifMatch,
            JsonDocument body,
            @Context UriInfo uri) {
        QueryFlags.none(uri);
        return keeping.replace(actor(), Ids.inPath(id), new Expected(ifMatch), body).changed();
    }

    @PATCH
    @Path("/{id}")
    @RequiresScope(Scope.PROFILE_WRITE)
    public Response patch(
            @PathParam("id") String id,
            @HeaderParam("If-Match") String ifMatch,
            JsonDocument body,
            @Context UriInfo uri) {
        QueryFlags.none(uri);
        return keeping.patch(actor(), Ids.inPath(id), new Expected(ifMatch), body).changed();
    }

    @DELETE
    @Path("/{id}")
    @RequiresScope(Scope.PROFILE_WRITE)
    public void erase(
            @PathParam("id") String id,
            @HeaderParam("If-Match") String ifMatch,
            @Context UriInfo uri) {
        QueryFlags.none(uri);
        erasing.erase(actor(), Ids.inPath(id), new Expected(ifMatch));
    }

    @GET
    @Path("/{id}/export")
    @RequiresScope(Scope.PROFILE_READ)
    public Response export(@PathParam("id") String id, @Context UriInfo uri) {
        QueryFlags.none(uri);
        return Response.ok(exporting.export(actor(), Ids.inPath(id))).build();
    }

    private Actor actor() {
        return Actor.of(security);
    }
}
