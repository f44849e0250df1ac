package com.xpkit.sociallink.signin;

import com.xpkit.sociallink.kernel.Actor;
import com.xpkit.sociallink.kernel.RequiresScope;
import com.xpkit.sociallink.kernel.Scope;
import com.xpkit.sociallink.platform.error.Forbidden;
import com.xpkit.sociallink.signin.limit.CallerAddresses;
import com.xpkit.sociallink.signin.limit.Failures;
import com.xpkit.sociallink.signin.limit.RateLimit;
import com.xpkit.sociallink.signin.limit.Shares;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.util.Optional;

/** Turns the bearer token of a request into its {@link Actor}, or refuses the request. */
@Provider
@RequiresScope(Scope.ACCOUNT_READ) // binds by the annotation's type: the method's own value counts
@Priority(Priorities.AUTHENTICATION)
public class TokenFilter implements ContainerRequestFilter {

    private static final String BEARER = "Bearer ";

    @Context ResourceInfo resource;

    @Context HttpServletRequest http;

    @Inject AccessTokens tokens;

    @Inject OperatorSettings operator;

    @Inject Loopback loopback;

    @Inject RateLimit limit;

    @Inject Shares shares;

    @Inject Failures failures;

    @Inject CallerAddresses addresses;

    @Override
    public void filter(ContainerRequestContext request) {
        var scope = resource.getResourceMethod().getAnnotation(RequiresScope.class).value();
        if (loopback.admits(http, scope)) {
            limit.count(Loopback.NAME, Optional.empty());
            return;
        }
        var client = bearer(request).flatMap(tokens::recognise).orElseThrow(this::refusal);
        limit.count(client.id(), Optional.ofNullable(client.account()));
        if (!client.scopes().contains(scope)) {
            throw new Forbidden("The scope " + scope.word() + " is missing.");
        }
        actor(client).ifPresent(actor -> request.setSecurityContext(new BearerSecurity(actor)));
    }

    private InvalidToken refusal() {
        failures.countToken(addresses.of(http));
        return new InvalidToken();
    }

    /** Empty for a client that only reads metrics, because it belongs to no account. */
    private Optional<Actor> actor(Client client) {
        var address = Optional.of(addresses.of(http));
        if (client.account() != null) {
            shares.enter(http, client.account());
            return Optional.of(
                    Actor.app(
                            client.id(),
                            client.name(),
                            client.account(),
                            client.scopes(),
                            address));
        }
        return Optional.of(client)
                .filter(one -> operator.isOperator(one.id()))
                .map(one -> Actor.operator(one.id(), address));
    }

    private static Optional<String> bearer(ContainerRequestContext request) {
        return Optional.ofNullable(request.getHeaderString(HttpHeaders.AUTHORIZATION))
                .filter(header -> header.regionMatches(true, 0, BEARER, 0, BEARER.length()))
                .map(header -> header.substring(BEARER.length()).trim());
    }
}
