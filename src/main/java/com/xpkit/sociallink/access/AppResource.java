package com.xpkit.sociallink.access;

import com.xpkit.sociallink.api.Actor;
import com.xpkit.sociallink.api.Expected;
import com.xpkit.sociallink.api.Ids;
import com.xpkit.sociallink.api.JsonDocument;
import com.xpkit.sociallink.api.QueryFlags;
import com.xpkit.sociallink.api.RequiresScope;
import com.xpkit.sociallink.api.Scope;
import com.xpkit.sociallink.listing.ListRequest;
import com.xpkit.sociallink.listing.ListRequestSettings;
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

/** {@code /api/app/}: the clients of the API. */
@Path("/app")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class AppResource {

    @Inject AppKeeping keeping;

    @Context SecurityContext security;

    @Inject ListRequestSettings limits;

    @GET
    @RequiresScope(Scope.APP_READ)
    public JsonObject list(@Context UriInfo uri) {
        var request = ListRequest.of(uri.getQueryParameters(), Apps.FIELDS, limits);
        return keeping.page(actor(), request);
    }

    @POST
    @RequiresScope(Scope.APP_WRITE)
    public Response create(JsonDocument body, @Context UriInfo uri) {
        QueryFlags.none(uri);
        return AppView.of(keeping.register(actor(), body)).created();
    }

    @GET
    @Path("/{id}")
    @RequiresScope(Scope.APP_READ)
    public Response read(
            @PathParam("id") String id, @Context HttpHeaders headers, @Context UriInfo uri) {
        QueryFlags.none(uri);
        return AppView.of(keeping.named(actor(), Ids.inPath(id))).read(headers);
    }

    @PUT
    @Path("/{id}")
    @RequiresScope(Scope.APP_WRITE)
    public Response replace(
            @PathParam("id") String id,
            @HeaderParam("If-Match") String ifMatch,
            JsonDocument body,
            @Context UriInfo uri) {
        QueryFlags.none(uri);
        return AppView.of(keeping.replace(actor(), Ids.inPath(id), new Expected(ifMatch), body))
                .changed();
    }

    @PATCH
    @Path("/{id}")
    @RequiresScope(Scope.APP_WRITE)
    public Response patch(
            @PathParam("id") String id,
            @HeaderParam("If-Match") String ifMatch,
            JsonDocument body,
            @Context UriInfo uri) {
        QueryFlags.none(uri);
        return AppView.of(keeping.patch(actor(), Ids.inPath(id), new Expected(ifMatch), body))
                .changed();
    }

    @POST
    @Path("/{id}/secret")
    @RequiresScope(Scope.APP_WRITE)
    public Response renewSecret(
            @PathParam("id") String id,
            @HeaderParam("If-Match") String ifMatch,
            @Context UriInfo uri) {
        QueryFlags.none(uri);
        return AppView.of(keeping.renewSecret(actor(), Ids.inPath(id), new Expected(ifMatch)))
                .changed();
    }

    @POST
    @Path("/{id}/webhook-secret")
    @RequiresScope(Scope.APP_WRITE)
    public Response renewWebhookSecret(
            @PathParam("id") String id,
            @HeaderParam("If-Match") String ifMatch,
            @Context UriInfo uri) {
        QueryFlags.none(uri);
        return AppView.of(
                        keeping.renewWebhookSecret(actor(), Ids.inPath(id), new Expected(ifMatch)))
                .changed();
    }

    @DELETE
    @Path("/{id}")
    @RequiresScope(Scope.APP_WRITE)
    public void delete(
            @PathParam("id") String id,
            @HeaderParam("If-Match") String ifMatch,
            @Context UriInfo uri) {
        QueryFlags.none(uri);
        keeping.remove(actor(), Ids.inPath(id), new Expected(ifMatch));
    }

    private Actor actor() {
        return Actor.of(security);
    }
}
