package com.xpkit.sociallink.kernel;

import com.xpkit.sociallink.platform.error.InvalidFields;
import com.xpkit.sociallink.platform.rest.QueryFlags;
import com.xpkit.sociallink.platform.rest.ReadsQuery;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;

/**
 * Refuses the query parameters of a method that reads none, after the caller was recognised: a caller would believe
 * that a silently ignored parameter filters the result.
 */
@Provider
@RequiresScope(Scope.ACCOUNT_READ)
@Priority(Priorities.USER)
@ApplicationScoped
public class StrictQuery implements ContainerRequestFilter {

    @Context ResourceInfo resource;

    /**
     * @throws InvalidFields naming each parameter
     */
    @Override
    public void filter(ContainerRequestContext request) {
        if (!resource.getResourceMethod().isAnnotationPresent(ReadsQuery.class)) {
            QueryFlags.none(request.getUriInfo());
        }
    }
}
