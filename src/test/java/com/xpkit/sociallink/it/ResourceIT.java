package com.xpkit.sociallink.it;

import static com.xpkit.sociallink.driver.AnswerAssert.expect;
import static org.assertj.core.api.Assertions.assertThat;

import com.xpkit.sociallink.driver.ApiClient;
import com.xpkit.sociallink.simulator.OfficialAccount;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What applies equally to an account, an app and a configuration: ETags, paths and parameters. */
class ResourceIT extends OnAServer {

    private final ApiClient operator = Service.operator();
    private final String account = operator.openAccount();
    private final OfficialAccount official =
            new OfficialAccount(Service.unique("wx"), Service.unique("app-secret-"), "localhost");

    static Stream<String> kinds() {
        return Stream.of("account", "app", "configuration");
    }

    private String some(String kind) {
        return switch (kind) {
            case "account" -> "/api/account/" + account + "/";
            case "app" ->
                    "/api/app/"
                            + operator.registerApp(account, "app:read").getString("client_id")
                            + "/";
            default ->
                    "/api/configuration/"
                            + operator.configure(account, official, "a.example.com")
                            + "/";
        };
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void guardsWritesByETag(String kind) {
        var path = some(kind);
        var first = operator.get(path).etag();
        var changed = operator.patch(path, ApiClient.account("Changed"), "If-Match", first);

        expect(changed).has(200);
        assertThat(changed.etag()).isNotEqualTo(first);
        assertThat(operator.get(path).etag()).isEqualTo(changed.etag());
        for (var stale : List.of(first, "W/" + first, "\"\"", "x")) {
            expect(operator.patch(path, ApiClient.account("No"), "If-Match", stale)).isRefused(412);
            expect(operator.delete(path, "If-Match", stale)).isRefused(412);
        }
        assertThat(operator.get(path).resource().getString("name")).isEqualTo("Changed");
        expect(operator.patch(path, ApiClient.account("Any"), "If-Match", "*")).has(200);
        var now = operator.get(path).etag();
        expect(operator.delete(path, "If-Match", "\"no\", " + now)).has(204);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void doesNotRepeatWhatTheReaderHas(String kind) {
        var path = some(kind);
        var tag = operator.get(path).etag();

        var again = operator.get(path, "If-None-Match", tag);

        assertThat(again.status()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(operator.get(path, "If-None-Match", "\"other\"").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void knowsPathsWithAndWithoutTheLastSlash(String kind) {
        var path = some(kind);

        expect(operator.get(path)).has(200);
        expect(operator.get(path.substring(0, path.length() - 1))).has(200);
        var whose = kind.equals("account") ? "" : "&account_id=" + account;
        expect(operator.get("/api/" + kind + "?x__limit=1" + whose)).has(200);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void namesUnknownParameters(String kind) {
        var path = some(kind);

        expect(operator.get(path + "?colour=red&size=1")).isRefused(400).naming("colour", "size");
        expect(operator.patch(path + "?colour=red", ApiClient.account("x")))
                .isRefused(400)
                .naming("colour");
        expect(operator.delete(path + "?colour=red")).isRefused(400).naming("colour");
        expect(operator.get(path)).has(200);
    }
}
