package com.xpkit.sociallink.account;

import com.xpkit.sociallink.kernel.Actor;
import com.xpkit.sociallink.kernel.RequiresScope;
import com.xpkit.sociallink.kernel.Scope;
import com.xpkit.sociallink.platform.json.JsonDocument;
import com.xpkit.sociallink.platform.listing.ListRequest;
import com.xpkit.sociallink.platform.listing.ListRequestSettings;
import com.xpkit.sociallink.platform.rest.IfMatch;
import com.xpkit.sociallink.platform.rest.QueryFlags;
import com.xpkit.sociallink.platform.rest.ReadsQuery;
import com.xpkit.sociallink.platform.rest.ResourceId;
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
import jakarta.ws.rs.core.UriInfo;

/** {@code /api/account/}: for the operator; an app may read its own. */
@Path("/account")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class AccountResource {

    @Inject AccountEditing editing;

    @Context SecurityContext security;

    @Inject ListRequestSettings limits;

    @GET
    @RequiresScope(Scope.ACCOUNT_READ)
    @ReadsQuery
    public JsonObject list(@Context UriInfo uri) {
        var request =
                ListRequest.of(uri.getQueryParameters(), Accounts.FIELDS, limits).withoutAccount();
        return editing.page(actor(), request);
    }

    @POST
    @RequiresScope(Scope.ACCOUNT_WRITE)
    public Response create(JsonDocument body) {
        return editing.open(actor(), body).created();
    }

    @GET
    @Path("/me")
    @RequiresScope(Scope.ACCOUNT_READ)
    public Response readOwn(@Context HttpHeaders headers) {
        return editing.own(actor()).read(headers);
    }

    @GET
    @Path("/{id}")
    @RequiresScope(Scope.ACCOUNT_READ)
    public Response read(@PathParam("id") ResourceId id, @Context HttpHeaders headers) {
        return editing.view(actor(), id.uuid()).read(headers);
    }

    @PUT
    @Path("/{id}")
    @RequiresScope(Scope.ACCOUNT_WRITE)
    public Response replace(
            @PathParam("id") ResourceId id,
            @HeaderParam("If-Match") @DefaultValue(IfMatch.ANY) IfMatch ifMatch,
            JsonDocument body) {
        return editing.replace(actor(), id.uuid(), ifMatch, body).changed();
    }

    @PATCH
    @Path("/{id}")
    @RequiresScope(Scope.ACCOUNT_WRITE)
    public Response patch(
            @PathParam("id") ResourceId id,
            @HeaderParam("If-Match") @DefaultValue(IfMatch.ANY) IfMatch ifMatch,
            JsonDocument body) {
        return editing.patch(actor(), id.uuid(), ifMatch, body).changed();
    }

    @DELETE
    @Path("/{id}")
    @RequiresScope(Scope.ACCOUNT_WRITE)
    @ReadsQuery
    public void delete(
            @PathParam("id") ResourceId id,
            @HeaderParam("If-Match") @DefaultValue(IfMatch.ANY) IfMatch ifMatch,
            @Context UriInfo uri) {
        editing.close(actor(), id.uuid(), ifMatch, QueryFlags.only(uri, "cascade"));
    }

    private Actor actor() {
        return Actor.of(security);
    }
}
