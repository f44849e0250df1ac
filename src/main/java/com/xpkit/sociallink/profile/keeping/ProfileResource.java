package com.xpkit.sociallink.profile.keeping;

import com.xpkit.sociallink.api.Caller;
import com.xpkit.sociallink.api.Expected;
import com.xpkit.sociallink.api.Ids;
import com.xpkit.sociallink.api.JsonDocument;
import com.xpkit.sociallink.api.QueryFlags;
import com.xpkit.sociallink.api.RequiresScope;
import com.xpkit.sociallink.api.ResourceView;
import com.xpkit.sociallink.api.Scope;
import com.xpkit.sociallink.listing.ListRequest;
import com.xpkit.sociallink.listing.ListRequestSettings;
import com.xpkit.sociallink.profile.ProfileView;
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
import jakarta.ws.rs.core.StreamingOutput;
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

    @Inject Caller caller;

    @Inject ListRequestSettings limits;

    @GET
    @RequiresScope(Scope.PROFILE_READ)
    public JsonObject list(@Context UriInfo uri) {
        return listing.page(ListRequest.of(uri.getQueryParameters(), ProfileFields.ALL, limits));
    }

    @POST
    @RequiresScope(Scope.PROFILE_WRITE)
    public Response create(JsonDocument body, @Context UriInfo uri) {
        QueryFlags.none(uri);
        var written = ProfileBody.of(body);
        var profile = keeping.create(caller.account(written.account()), written.members());
        return shown(ProfileView.of(profile)).created();
    }

    @POST
    @Path("/create-update")
    @RequiresScope(Scope.PROFILE_WRITE)
    public Response createOrUpdate(JsonDocument body, @Context UriInfo uri) {
        QueryFlags.none(uri);
        var written = ProfileBody.of(body);
        var upserted = createUpdate.upsert(caller.account(written.account()), written.members());
        var shown = shown(upserted.profile());
        return upserted.isNew() ? shown.created() : shown.changed();
    }

    @GET
    @Path("/{id}")
    @RequiresScope(Scope.PROFILE_READ)
    public Response read(
            @PathParam("id") String id, @Context HttpHeaders headers, @Context UriInfo uri) {
        QueryFlags.none(uri);
        return finding.view(Ids.inPath(id)).read(headers);
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
        return shown(keeping.replace(Ids.inPath(id), new Expected(ifMatch), body)).changed();
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
        return shown(keeping.patch(Ids.inPath(id), new Expected(ifMatch), body)).changed();
    }

    @DELETE
    @Path("/{id}")
    @RequiresScope(Scope.PROFILE_WRITE)
    public void erase(
            @PathParam("id") String id,
            @HeaderParam("If-Match") String ifMatch,
            @Context UriInfo uri) {
        QueryFlags.none(uri);
        erasing.erase(Ids.inPath(id), new Expected(ifMatch));
    }

    @GET
    @Path("/{id}/export")
    @RequiresScope(Scope.PROFILE_READ)
    public Response export(@PathParam("id") String id, @Context UriInfo uri) {
        QueryFlags.none(uri);
        var export = exporting.begin(Ids.inPath(id));
        StreamingOutput written = out -> exporting.write(export, out);
        return Response.ok(written).build();
    }

    /** Whoever may write only learns no values by an empty patch. */
    private ResourceView shown(ResourceView written) {
        return written.shownTo(caller, Scope.PROFILE_READ);
    }
}
