package com.xpkit.sociallink.profile.merge;

import com.xpkit.sociallink.api.JsonDocument;
import com.xpkit.sociallink.api.QueryFlags;
import com.xpkit.sociallink.api.RequiresScope;
import com.xpkit.sociallink.api.Scope;
import com.xpkit.sociallink.profile.ProfileSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

/** {@code /api/profile/merge/}: several profiles become one. */
@Path("/profile/merge")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class MergeResource {

    @Inject MergePlanning planning;

    @Inject ProfileSettings settings;

    @POST
    @RequiresScope(Scope.PROFILE_WRITE)
    public Response merge(JsonDocument body, @Context UriInfo uri) {
        var isPreview = QueryFlags.only(uri, "preview");
        var form = MergeForm.of(body, settings.mostMergedProfiles());
        return isPreview
                ? Response.ok(planning.plan(form).preview()).build()
                : planning.submit(form).accepted();
    }
}
