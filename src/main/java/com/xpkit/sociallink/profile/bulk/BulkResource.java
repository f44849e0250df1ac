package com.xpkit.sociallink.profile.bulk;

import com.xpkit.sociallink.kernel.Actor;
import com.xpkit.sociallink.kernel.RequiresScope;
import com.xpkit.sociallink.kernel.Scope;
import com.xpkit.sociallink.platform.json.JsonDocument;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;

/** {@code /api/profiles/}: many profiles at once. */
@Path("/profiles")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class BulkResource {

    @Inject BulkCreating creating;

    @Context SecurityContext security;

    @POST
    @RequiresScope(Scope.PROFILE_WRITE)
    public Response createAll(JsonDocument body) {
        return creating.submit(Actor.of(security), body).accepted();
    }
}
