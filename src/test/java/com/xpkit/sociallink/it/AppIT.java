package com.xpkit.sociallink.it;

import static com.xpkit.sociallink.driver.AnswerAssert.expect;
import static org.assertj.core.api.Assertions.assertThat;

import com.xpkit.sociallink.driver.Answer;
import com.xpkit.sociallink.driver.ApiClient;
import jakarta.json.Json;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Apps and their two secrets. */
class AppIT extends OnAServer {

    private final ApiClient operator = Service.operator();
    private final String account = operator.openAccount();

    @Test
    void showsAnAppsSecretOnce() {
        var created = operator.post("/api/app/", ApiClient.app(account, "App", "app:read"));
        var path = created.json().getString("resource_url");
        var secret = created.resource().getString("client_secret");

        assertThat(created.resource().getString("client_id")).isNotBlank();
        assertThat(secret).hasSizeGreaterThan(30);
        for (var answer :
                List.of(
                        operator.get(path),
                        operator.get("/api/app/?account_id=" + account),
                        operator.patch(path, ApiClient.account("New")),
                        operator.put(path, ApiClient.app(account, "New", "app:read")))) {
            expect(answer).has(200);
            assertThat(answer.body()).doesNotContain("secret").doesNotContain(secret);
        }
    }

    @Test
    void showsAnAppsWebhookSecretOnceAndMakesANewOneByItself() {
        var created = operator.post("/api/app/", ApiClient.app(account, "App", "app:read"));
        var path = created.json().getString("resource_url");
        var secret = created.resource().getString("webhook_secret");
        assertThat(secret).matches("whsec_[A-Za-z0-9+/]{43}=");

        expect(operator.send("POST", path + "webhook-secret/", "", "If-Match", "\"9-x\""))
                .isRefused(412);
        var renewed = operator.send("POST", path + "webhook-secret/", "");

        expect(renewed).has(200);
        assertThat(renewed.resource().getString("webhook_secret"))
                .matches("whsec_[A-Za-z0-9+/]{43}=")
                .isNotEqualTo(secret);
        assertThat(renewed.resource()).doesNotContainKey("client_secret");
        assertThat(renewed.headers().firstValue("ETag"))
                .isPresent()
                .isNotEqualTo(created.headers().firstValue("ETag"));
        expect(Service.API.askForToken(id(created), created.resource().getString("client_secret")))
                .has(200);
        expect(operator.delete(path)).has(204);
    }

    private static String id(Answer created) {
        return created.resource().getString("client_id");
    }

    /** The tests' operator has no webhook secret. */
    @Test
    void namesTheSettingWithoutWhichTheOperatorsWebhooksAreNotSigned() {
        var body =
                Json.createObjectBuilder()
                        .add("account_id", account)
                        .add("profiles", Json.createArrayBuilder().add(Json.createObjectBuilder()))
                        .add("webhook_url", "https://app.example.com/hook");

        var answer = operator.post("/api/profiles/", body);

        expect(answer).isRefused(400).naming("webhook_url");
        assertThat(answer.body()).contains("sociallink.operator.webhook-secret");
    }

    @Test
    void aChangeOfAnAppMergesOrReplaces() {
        var created = operator.post("/api/app/", ApiClient.app(account, "App", "app:read"));
        var path = created.json().getString("resource_url");

        var patched = operator.patch(path, ApiClient.account("New")).resource();
        assertThat(patched.getString("name")).isEqualTo("New");
        assertThat(patched.getJsonArray("scopes")).hasToString("[\"app:read\"]");
        expect(operator.put(path, ApiClient.account("New"))).isRefused(400).naming("scopes");
        expect(operator.send("PATCH", path, "{\"name\":null}")).isRefused(400).naming("name");
        expect(operator.send("PATCH", path, "{\"scopes\":[\"x:y\"]}"))
                .isRefused(400)
                .naming("scopes");
        expect(operator.send("PATCH", path, "{\"account_id\":\"" + UUID.randomUUID() + "\"}"))
                .isRefused(400)
                .naming("account_id");
    }

    @Test
    void aNewSecretVoidsTheOldOneAndAllTokensAtOnce() {
        var app = operator.registerApp(account, "app:read");
        var client = Service.API.login(app);
        expect(client.get("/api/app/")).has(200);

        var renewed =
                operator.send("POST", "/api/app/" + app.getString("client_id") + "/secret/", "");

        expect(renewed).has(200);
        var secret = renewed.resource().getString("client_secret");
        assertThat(secret).isNotEqualTo(app.getString("client_secret"));
        expect(Service.API.login(app.getString("client_id"), secret).get("/api/app/")).has(200);
        assertThat(
                        Service.API
                                .askForToken(
                                        app.getString("client_id"), app.getString("client_secret"))
                                .status())
                .isEqualTo(401);
        expect(client.get("/api/app/")).isRefused(401, "invalid_token");
    }

    @Test
    void aChangedOrDeletedAppsTokensAreVoidAtOnce() {
        var changed = operator.registerApp(account, "app:read");
        var deleted = operator.registerApp(account, "app:read");
        var changedApp = Service.API.login(changed);
        var deletedApp = Service.API.login(deleted);
        assertThat(changedApp.get("/api/app/").status()).isEqualTo(200);
        assertThat(deletedApp.get("/api/app/").status()).isEqualTo(200);

        expect(
                        operator.patch(
                                "/api/app/" + changed.getString("client_id"),
                                Json.createObjectBuilder()
                                        .add("scopes", ApiClient.array("profile:read"))))
                .has(200);
        expect(operator.delete("/api/app/" + deleted.getString("client_id"))).has(204);

        expect(changedApp.get("/api/app/")).isRefused(401, "invalid_token");
        expect(deletedApp.get("/api/app/")).isRefused(401, "invalid_token");
    }
}
