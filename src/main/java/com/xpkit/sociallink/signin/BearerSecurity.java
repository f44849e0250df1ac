package com.xpkit.sociallink.signin;

import com.xpkit.sociallink.kernel.Actor;
import com.xpkit.sociallink.kernel.Scope;
import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;

/** The security context of a request with a bearer token: its actor, whose scopes are the roles. */
record BearerSecurity(Actor actor) implements SecurityContext {

    @Override
    public Principal getUserPrincipal() {
        return actor;
    }

    /**
     * @param role the word of a scope
     */
    @Override
    public boolean isUserInRole(String role) {
        return Scope.of(role).filter(actor::holds).isPresent();
    }

    /** Unused: a proxy may end https, so a setting says whether the service is https. */
    @Override
    public boolean isSecure() {
        return false;
    }

    @Override
    public String getAuthenticationScheme() {
        return "Bearer";
    }
}
