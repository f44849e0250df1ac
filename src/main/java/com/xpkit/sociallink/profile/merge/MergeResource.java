package com.xpkit.sociallink.profile.merge;

import com.xpkit.sociallink.kernel.Actor;
import com.xpkit.sociallink.kernel.RequiresScope;
import com.xpkit.sociallink.kernel.Scope;
import com.xpkit.sociallink.platform.json.JsonDocument;
import com.xpkit.sociallink.platform.rest.QueryFlags;
import com.xpkit.sociallink.platform.rest.ReadsQuery;
import com.xpkit.sociallink.profile.ProfileSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;

/** {@code /api/profile/merge/}: several profiles become one. */
@Path("/profile/merge")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class MergeResource {

    @Inject MergePlanning planning;

    @Inject ProfileSettings settings;

    @Context SecurityContext security;

    @POST
    @RequiresScope(Scope.PROFILE_WRITE)
    @ReadsQuery
    public Response merge(JsonDocument body, @Context UriInfo uri) {
        var isPreview = QueryFlags.only(uri, "preview");
        var actor = Actor.of(security);
        var form = MergeForm.of(body, settings.maxMergedProfiles());
        return isPreview
                ? Response.ok(planning.plan(actor, form).preview()).build()
                : planning.submit(actor, form).accepted();
    }
}
