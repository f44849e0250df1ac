package com.xpkit.sociallink.signin;

import static com.xpkit.sociallink.platform.json.SharedJson.JSON;

import com.xpkit.sociallink.account.ClientSecret;
import com.xpkit.sociallink.kernel.Scope;
import com.xpkit.sociallink.signin.limit.Failures;
import com.xpkit.sociallink.signin.limit.RateLimit;
import com.xpkit.sociallink.signin.limit.RateLimit.RateLimited;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** OAuth 2 client credentials (RFC 6749, section 4.4). */
@ApplicationScoped
public class TokenIssuing {

    /** Compared when the client is unknown, so that both failures take the same time. */
    private static final String UNKNOWN_HASH = "0".repeat(64);

    @Inject Clients clients;

    @Inject AccessTokens tokens;

    @Inject Failures failures;

    @Inject RateLimit limit;

    /**
     * @param address the address of the caller
     * @throws OAuthError in the words of OAuth; an unknown client and a wrong secret look the same
     * @throws RateLimited when there were too many wrong secrets or too many requests
     */
    JsonObject issue(TokenRequest request, String address) {
        if (request.grantType().isEmpty()) {
            throw new OAuthError("invalid_request", "grant_type is missing.");
        }
        if (!request.grantType().equals("client_credentials")) {
            throw new OAuthError(
                    "unsupported_grant_type", "grant_type must be client_credentials.");
        }
        var client = authenticated(request, address);
        limit.count(client.id(), Optional.ofNullable(client.account()));
        var scopes = scopes(request.scope(), client);
        return JSON.createObjectBuilder()
                .add("token_type", "Bearer")
                .add("scope", scopes.stream().map(Scope::word).collect(Collectors.joining(" ")))
                .add("expires_in", AccessTokens.LIFETIME.toSeconds())
                .add("access_token", tokens.issue(client, scopes))
                .build();
    }

    /** All readings fail together, so that the answer does not show which one was close. */
    private Client authenticated(TokenRequest request, String address) {
        var names =
                request.credentials().stream()
                        .map(Credentials::clientId)
                        .collect(Collectors.toSet());
        failures.admit(address, names);
        var client =
                request.credentials().stream()
                        .flatMap(credentials -> authenticated(credentials).stream())
                        .findFirst()
                        .orElseThrow(() -> wrong(failures.count(address, names)));
        failures.forget(address, client.id());
        return client;
    }

    private static OAuthError wrong(Duration pause) {
        return new OAuthError("invalid_client", "The client id or its secret is wrong.", pause);
    }

    private Optional<Client> authenticated(Credentials credentials) {
        var client = clients.findNow(credentials.clientId());
        var hash = client.map(Client::secretHash).orElse(UNKNOWN_HASH);
        var matches = new ClientSecret(credentials.clientSecret()).matches(hash);
        return client.filter(known -> matches);
    }

    private static Set<Scope> scopes(String wanted, Client client) {
        if (wanted.isBlank()) {
            return client.scopes();
        }
        var scopes = EnumSet.noneOf(Scope.class);
        for (var word : Arrays.asList(wanted.trim().split(" +"))) {
            scopes.add(
                    Scope.of(word)
                            .filter(client.scopes()::contains)
                            .orElseThrow(
                                    () ->
                                            new OAuthError(
                                                    "invalid_scope",
                                                    "The client does not hold a scope that it asks for.")));
        }
        return scopes;
    }
}
