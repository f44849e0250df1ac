package com.xpkit.sociallink.it;

import static com.xpkit.sociallink.driver.AnswerAssert.expect;
import static org.assertj.core.api.Assertions.assertThat;

import com.xpkit.sociallink.driver.ApiClient;
import jakarta.json.Json;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Which token opens which path. */
class ScopeIT extends OnAServer {

    private final ApiClient operator = Service.operator();
    private final String account = operator.openAccount();

    static Stream<String> guardedPaths() {
        var id = UUID.randomUUID();
        return Stream.of("account", "app", "configuration", "profile")
                .flatMap(kind -> Stream.of("/api/" + kind + "/", "/api/" + kind + "/" + id + "/"));
    }

    @ParameterizedTest
    @MethodSource("guardedPaths")
    void aMissingOrForeignTokenIs401(String path) {
        var tokens = List.of("x", "", "x".repeat(5000), operator.token() + "x", "中");

        var without = Service.API.get(path);

        expect(without).isRefused(401, "invalid_token");
        assertThat(without.header("WWW-Authenticate").orElse("")).startsWith("Bearer");
        for (var token : tokens.subList(0, 4)) {
            expect(Service.API.withToken(token).get(path)).isRefused(401, "invalid_token");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /api/app/, app:read",
        "POST, /api/app/, app:write",
        "GET, /api/app/{id}/, app:read",
        "PUT, /api/app/{id}/, app:write",
        "PATCH, /api/app/{id}/, app:write",
        "DELETE, /api/app/{id}/, app:write",
        "POST, /api/app/{id}/secret/, app:write",
        "POST, /api/app/{id}/webhook-secret/, app:write",
        "GET, /api/configuration/, configuration:read",
        "POST, /api/configuration/, configuration:write",
        "GET, /api/configuration/{id}/, configuration:read",
        "PUT, /api/configuration/{id}/, configuration:write",
        "PATCH, /api/configuration/{id}/, configuration:write",
        "DELETE, /api/configuration/{id}/, configuration:write",
        "GET, /api/profile/, profile:read",
        "GET, /api/profile/{id}/, profile:read",
        "GET, /api/account/{id}/, account:read",
        "GET, /api/account/me/, account:read"
    })
    void everyPathNeedsItsScopeAndNoOther(String method, String path, String scope) {
        var others = Stream.of(ApiClient.allScopes()).filter(word -> !word.equals(scope));
        var with = operator.appOf(account, scope);
        var without = operator.appOf(account, others.toArray(String[]::new));
        var some = path.replace("{id}", UUID.randomUUID().toString());

        expect(without.send(method, some, "")).isRefused(403, "insufficient_scope");
        assertThat(with.send(method, some, "").status()).isNotIn(401, 403);
    }

    @Test
    void nobodyGrantsScopesBeyondTheirOwn() {
        var client = operator.appOf(account, "app:read", "app:write");
        var mighty = operator.registerApp(account, ApiClient.allScopes()).getString("client_id");

        var wanted = Json.createObjectBuilder().add("name", "x");
        expect(client.post("/api/app/", wanted.add("scopes", ApiClient.array("profile:read"))))
                .isRefused(403);
        expect(client.patch("/api/app/" + mighty, ApiClient.account("x"))).isRefused(403);
        expect(client.send("POST", "/api/app/" + mighty + "/secret/", "")).isRefused(403);
    }
}
