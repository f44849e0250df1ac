package com.xpkit.sociallink.signin;

import com.xpkit.sociallink.kernel.Actor;
import com.xpkit.sociallink.kernel.Scope;
import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;

/** What Jakarta REST knows of a request with a bearer token: its actor, whose scopes are the roles. */
record BearerSecurity(Actor actor) implements SecurityContext {

    @Override
    public Principal getUserPrincipal() {
        return actor;
    }

    /**
     * @param role a scope's word
     */
    @Override
    public boolean isUserInRole(String role) {
        return Scope.of(role).filter(actor::holds).isPresent();
    }

    /** A proxy encrypts, and this is not asked: whether the service is https is a setting. */
    @Override
    public boolean isSecure() {
        return false;
    }

    @Override
    public String getAuthenticationScheme() {
        return "Bearer";
    }
}
