package com.xpkit.sociallink.it;

import static com.xpkit.sociallink.driver.AnswerAssert.expect;
import static com.xpkit.sociallink.driver.ApiClient.configuration;
import static org.assertj.core.api.Assertions.assertThat;

import com.xpkit.sociallink.driver.ApiClient;
import com.xpkit.sociallink.simulator.OfficialAccount;
import com.xpkit.sociallink.simulator.Visitor;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Accounts, which the operator keeps. */
class AccountIT extends OnAServer {

    private final ApiClient operator = Service.operator();
    private final String account = operator.openAccount();
    private final OfficialAccount official =
            new OfficialAccount(Service.unique("wx"), Service.unique("app-secret-"), "localhost");

    @Test
    void onlyTheOperatorKeepsAccounts() {
        var app = operator.appOf(account, ApiClient.allScopes());
        var own = "/api/account/" + account + "/";

        expect(app.get("/api/account/")).isRefused(403);
        expect(app.post("/api/account/", ApiClient.account("x"))).isRefused(403);
        expect(app.put(own, ApiClient.account("x"))).isRefused(403);
        expect(app.patch(own, ApiClient.account("x"))).isRefused(403);
        expect(app.delete(own)).isRefused(403);
        assertThat(app.get(own).id()).isEqualTo(account);
        assertThat(app.get("/api/account/me/").id()).isEqualTo(account);
        expect(operator.get("/api/account/me/")).isRefused(404);
    }

    @Test
    void createsReadsChangesAndDeletesAnAccount() {
        var created = operator.post("/api/account/", ApiClient.account("First"));
        var path = created.json().getString("resource_url");

        expect(created).has(201);
        assertThat(created.json()).containsOnlyKeys("resource", "resource_id", "resource_url");
        assertThat(path).isEqualTo("/api/account/" + created.id() + "/");
        assertThat(created.location().getPath()).isEqualTo(path);
        assertThat(created.resource()).containsOnlyKeys("name", "created", "last_modified");

        assertThat(operator.put(path, ApiClient.account("Second")).resource().getString("name"))
                .isEqualTo("Second");
        assertThat(operator.patch(path, ApiClient.account("Third")).resource().getString("name"))
                .isEqualTo("Third");
        assertThat(operator.get(path).resource().getString("name")).isEqualTo("Third");
        expect(operator.delete(path)).has(204);
        expect(operator.get(path)).isRefused(404, "not_found");
        expect(operator.delete(path)).isRefused(404, "not_found");
    }

    @ParameterizedTest
    @CsvSource({
        "{}, name",
        "{\"name\":null}, name",
        "{\"name\":\"\"}, name",
        "{\"name\":7}, name",
        "{\"name\":\"a\\u0000b\"}, name",
        "'{\"name\":\"x\",\"nome\":1}', nome",
        "'{\"name\":\"x\",\"id\":\"y\"}', id"
    })
    void namesWhatIsWrongWithAnAccount(String body, String field) {
        expect(operator.send("POST", "/api/account/", body))
                .isRefused(400, "invalid_request")
                .naming(field);
    }

    @Test
    void anAccountWithProfilesIsDeletedOnlyWithAllOfThem() {
        var shop = Service.shop();
        var phone = Service.phone();
        var visitor = Visitor.named(Service.unique("v-"), "小明");
        var profile = phone.follow(shop.silentLink(), visitor).sent("profile_id").orElseThrow();
        var path = "/api/account/" + shop.account() + "/";

        expect(operator.delete(path)).isRefused(409, "conflict");
        expect(operator.delete(path + "?cascade=perhaps")).isRefused(400).naming("cascade");
        expect(operator.delete(path + "?cascade=false")).isRefused(409, "conflict");
        expect(operator.delete(path + "?cascade=true")).has(204);

        expect(operator.get("/api/profile/" + profile)).isRefused(404);
        expect(operator.get("/api/configuration/" + shop.configuration())).isRefused(404);
        expect(shop.client().get("/api/profile/")).isRefused(401, "invalid_token");
    }

    @Test
    void theListOfAccountsIsOfNoAccount() {
        expect(operator.get("/api/account/?account_id=" + account))
                .isRefused(400)
                .naming("account_id");
    }

    @Test
    void listsAccounts() {
        var name = Service.unique("Account ");
        operator.post("/api/account/", ApiClient.account(name));

        var found = operator.get("/api/account/?name=" + ApiClient.encode(name));

        assertThat(found.each("name")).containsExactly(name);
        assertThat(found.results().get(0)).isInstanceOf(JsonObject.class);
    }

    @Test
    void anotherAccountsResourcesDoNotExist() {
        var other = operator.openAccount();
        var theirs = operator.appOf(other, ApiClient.allScopes());
        var app = operator.registerApp(account, "app:read").getString("client_id");
        var mine = operator.configure(account, official, "app.example.com");
        var paths =
                List.of(
                        "/api/account/" + account + "/",
                        "/api/app/" + app + "/",
                        "/api/configuration/" + mine + "/");

        for (var path : paths) {
            var nowhere = path.replaceFirst("[0-9a-f-]{36}", UUID.randomUUID().toString());
            assertThat(theirs.get(path).body()).isEqualTo(theirs.get(nowhere).body());
            expect(theirs.get(path)).isRefused(404, "not_found");
        }
        for (var path : paths.subList(1, 3)) {
            expect(theirs.put(path, ApiClient.account("x"))).isRefused(404, "not_found");
            expect(theirs.patch(path, ApiClient.account("x"))).isRefused(404, "not_found");
            expect(theirs.delete(path)).isRefused(404, "not_found");
            expect(operator.get(path)).has(200);
        }
        expect(theirs.send("POST", "/api/app/" + app + "/secret/", "")).isRefused(404);
        expect(theirs.get("/api/app/?account_id=" + account)).isRefused(400).naming("account_id");
        expect(theirs.post("/api/app/", ApiClient.app(account, "x", "app:read")))
                .isRefused(400)
                .naming("account_id");
        assertThat(theirs.get("/api/configuration/").results()).isEmpty();
    }

    @Test
    void theOperatorNamesTheAccount() {
        expect(operator.get("/api/app/")).isRefused(400).naming("account_id");
        expect(operator.get("/api/app/?account_id=" + UUID.randomUUID()))
                .isRefused(400)
                .naming("account_id");
        expect(operator.post("/api/configuration/", configuration(official, "a.example.com")))
                .isRefused(400)
                .naming("account_id");
        expect(operator.get("/api/configuration/?account_id=" + account)).has(200);
    }
}
