package com.xpkit.sociallink.it;

import static com.xpkit.sociallink.it.AnswerAssert.expect;
import static com.xpkit.sociallink.it.Portal.configuration;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.xpkit.sociallink.simulator.OfficialAccount;
import com.xpkit.sociallink.simulator.Visitor;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Getting in, resources and lists: sections 3 and 4 of the contract. */
@ExtendWith(ArquillianExtension.class)
class ApiIT {

    private static final String[] ALL_SCOPES = {
        "configuration:read",
        "configuration:write",
        "profile:read",
        "profile:write",
        "app:read",
        "app:write",
        "job:read",
        "account:read",
        "account:write"
    };
    private final Portal operator = Portal.operator();

    private final String account = operator.openAccount();
    private final OfficialAccount official =
            new OfficialAccount(Service.unique("wx"), Service.unique("app-secret-"), "localhost");

    @Deployment(testable = false)
    static WebArchive service() {
        return Service.war();
    }

    // getting in

    @Test
    void givesATokenForAForm() {
        var app = operator.registerApp(account, "profile:read", "app:read");

        var answer = Portal.askForToken(app.getString("client_id"), app.getString("client_secret"));

        expect(answer).has(200);
        assertThat(answer.json())
                .containsOnlyKeys("token_type", "scope", "expires_in", "access_token");
        assertThat(answer.json().getString("token_type")).isEqualTo("Bearer");
        assertThat(answer.json().getString("scope").split(" "))
                .containsExactlyInAnyOrder("profile:read", "app:read");
        assertThat(answer.json().getInt("expires_in")).isEqualTo(36_000);
        assertThat(answer.header("Cache-Control")).hasValue("no-store");
    }

    @Test
    void givesATokenForMultipartFormDataAsTheSdkSendsIt() {
        var app = operator.registerApp(account, "app:read");
        var parts =
                part("grant_type", "client_credentials")
                        + part("client_id", app.getString("client_id"))
                        + part("client_secret", app.getString("client_secret"))
                        + "--b--\r\n";

        var answer =
                Portal.send(
                        HttpRequest.newBuilder(Service.URL.resolve("/api/token/"))
                                .header("Content-Type", "multipart/form-data; boundary=b")
                                .POST(BodyPublishers.ofString(parts)));

        expect(answer).has(200);
        var token = answer.json().getString("access_token");
        expect(Portal.withToken(token).get("/api/app/")).has(200);
    }

    private static String part(String name, String value) {
        return "--b\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                .formatted(name, value);
    }

    @Test
    void givesATokenForHttpBasic() {
        var app = operator.registerApp(account, "app:read");

        var answer =
                Portal.postForm(
                        "grant_type=client_credentials",
                        "Authorization",
                        basic(app.getString("client_id"), app.getString("client_secret")));

        expect(answer).has(200);
    }

    private static String basic(String id, String secret) {
        return "Basic " + Base64.getEncoder().encodeToString((id + ":" + secret).getBytes(UTF_8));
    }

    @Test
    void aClientThatIsUnknownOrHasAnotherSecretIsInvalid() {
        var app = operator.registerApp(account, "app:read");
        var id = app.getString("client_id");

        var answers =
                List.of(
                        Portal.askForToken(id, "wrong"),
                        Portal.askForToken(id, ""),
                        Portal.askForToken(UUID.randomUUID().toString(), "wrong"),
                        Portal.askForToken("", ""),
                        Portal.askForToken("it-operator", "wrong"),
                        Portal.postForm(
                                "grant_type=client_credentials",
                                "Authorization",
                                basic(id, "wrong")),
                        Portal.postForm(
                                "grant_type=client_credentials", "Authorization", "Basic !!!"));

        for (var answer : answers) {
            assertThat(answer.status()).isEqualTo(401);
            assertThat(answer.json().getString("error")).isEqualTo("invalid_client");
            assertThat(answer.header("WWW-Authenticate").orElse("")).startsWith("Basic");
        }
        assertThat(answers.subList(0, 6))
                .as("nobody learns which clients there are")
                .extracting(Answer::body)
                .containsOnly(answers.get(0).body());
    }

    @ParameterizedTest
    @CsvSource({
        "'', invalid_request",
        "grant_type=password, unsupported_grant_type",
        "grant_type=client_credentials&grant_type=client_credentials, invalid_request",
        "grant_type=client_credentials&client_id=a&client_id=b, invalid_request"
    })
    void saysInOAuthsWordsWhatIsWrong(String form, String error) {
        var answer = Portal.postForm(form);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().getString("error")).isEqualTo(error);
        assertThat(answer.json()).containsKey("error_description");
    }

    @Test
    void narrowsATokensScopesButNeverWidensThem() {
        var app = operator.registerApp(account, "app:read", "profile:read");
        var form =
                "grant_type=client_credentials&client_id=%s&client_secret=%s&scope="
                        .formatted(app.getString("client_id"), app.getString("client_secret"));

        var narrow = Portal.postForm(form + "profile:read");
        var wide = Portal.postForm(form + "profile:read%20app:write");

        assertThat(narrow.json().getString("scope")).isEqualTo("profile:read");
        var portal = Portal.withToken(narrow.json().getString("access_token"));
        expect(portal.get("/api/app/")).isRefused(403, "insufficient_scope");
        assertThat(wide.status()).isEqualTo(400);
        assertThat(wide.json().getString("error")).isEqualTo("invalid_scope");
    }

    @Test
    void takesNoSecretFromAnAddress() {
        var app = operator.registerApp(account, "app:read");
        var query =
                "?grant_type=client_credentials&client_id=%s&client_secret=%s"
                        .formatted(app.getString("client_id"), app.getString("client_secret"));

        var answer = Portal.withoutToken().send("POST", "/api/token/" + query, "");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).doesNotContain(app.getString("client_secret"));
    }

    static Stream<String> guardedPaths() {
        var id = UUID.randomUUID();
        return Stream.of("account", "app", "configuration", "profile")
                .flatMap(kind -> Stream.of("/api/" + kind + "/", "/api/" + kind + "/" + id + "/"));
    }

    @ParameterizedTest
    @MethodSource("guardedPaths")
    void aMissingOrForeignTokenIs401(String path) {
        var tokens = List.of("x", "", "x".repeat(5000), operator.token() + "x", "中");

        var without = Portal.withoutToken().get(path);

        expect(without).isRefused(401, "invalid_token");
        assertThat(without.header("WWW-Authenticate").orElse("")).startsWith("Bearer");
        for (var token : tokens.subList(0, 4)) {
            expect(Portal.withToken(token).get(path)).isRefused(401, "invalid_token");
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
        var others = Stream.of(ALL_SCOPES).filter(word -> !word.equals(scope));
        var with = operator.appOf(account, scope);
        var without = operator.appOf(account, others.toArray(String[]::new));
        var some = path.replace("{id}", UUID.randomUUID().toString());

        expect(without.send(method, some, "")).isRefused(403, "insufficient_scope");
        assertThat(with.send(method, some, "").status()).isNotIn(401, 403);
    }

    // accounts

    @Test
    void onlyTheOperatorKeepsAccounts() {
        var app = operator.appOf(account, ALL_SCOPES);
        var own = "/api/account/" + account + "/";

        expect(app.get("/api/account/")).isRefused(403);
        expect(app.post("/api/account/", Portal.account("x"))).isRefused(403);
        expect(app.put(own, Portal.account("x"))).isRefused(403);
        expect(app.patch(own, Portal.account("x"))).isRefused(403);
        expect(app.delete(own)).isRefused(403);
        assertThat(app.get(own).id()).isEqualTo(account);
        assertThat(app.get("/api/account/me/").id()).isEqualTo(account);
        expect(operator.get("/api/account/me/")).isRefused(404);
    }

    @Test
    void createsReadsChangesAndDeletesAnAccount() {
        var created = operator.post("/api/account/", Portal.account("First"));
        var path = created.json().getString("resource_url");

        expect(created).has(201);
        assertThat(created.json()).containsOnlyKeys("resource", "resource_id", "resource_url");
        assertThat(path).isEqualTo("/api/account/" + created.id() + "/");
        assertThat(created.location().getPath()).isEqualTo(path);
        assertThat(created.resource()).containsOnlyKeys("name", "created", "last_modified");

        assertThat(operator.put(path, Portal.account("Second")).resource().getString("name"))
                .isEqualTo("Second");
        assertThat(operator.patch(path, Portal.account("Third")).resource().getString("name"))
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
        var shop = Shop.open();
        var phone = WeChatPhone.create();
        var visitor = Visitor.named(Service.unique("v-"), "小明");
        var profile = phone.follow(shop.silentLink(), visitor).sent("profile_id").orElseThrow();
        var path = "/api/account/" + shop.account() + "/";

        expect(operator.delete(path)).isRefused(409, "conflict");
        expect(operator.delete(path + "?cascade=perhaps")).isRefused(400).naming("cascade");
        expect(operator.delete(path + "?cascade=false")).isRefused(409, "conflict");
        expect(operator.delete(path + "?cascade=true")).has(204);

        expect(operator.get("/api/profile/" + profile)).isRefused(404);
        expect(operator.get("/api/configuration/" + shop.configuration())).isRefused(404);
        expect(shop.portal().get("/api/profile/")).isRefused(401, "invalid_token");
    }

    // apps

    @Test
    void showsAnAppsSecretOnce() {
        var created = operator.post("/api/app/", Portal.app(account, "App", "app:read"));
        var path = created.json().getString("resource_url");
        var secret = created.resource().getString("client_secret");

        assertThat(created.resource().getString("client_id")).isNotBlank();
        assertThat(secret).hasSizeGreaterThan(30);
        for (var answer :
                List.of(
                        operator.get(path),
                        operator.get("/api/app/?account_id=" + account),
                        operator.patch(path, Portal.account("New")),
                        operator.put(path, Portal.app(account, "New", "app:read")))) {
            expect(answer).has(200);
            assertThat(answer.body()).doesNotContain("secret").doesNotContain(secret);
        }
    }

    @Test
    void showsAnAppsWebhookSecretOnceAndMakesANewOneByItself() {
        var created = operator.post("/api/app/", Portal.app(account, "App", "app:read"));
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
        expect(Portal.askForToken(id(created), created.resource().getString("client_secret")))
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
        var created = operator.post("/api/app/", Portal.app(account, "App", "app:read"));
        var path = created.json().getString("resource_url");

        var patched = operator.patch(path, Portal.account("New")).resource();
        assertThat(patched.getString("name")).isEqualTo("New");
        assertThat(patched.getJsonArray("scopes")).hasToString("[\"app:read\"]");
        expect(operator.put(path, Portal.account("New"))).isRefused(400).naming("scopes");
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
        var portal = Portal.of(app);
        expect(portal.get("/api/app/")).has(200);

        var renewed =
                operator.send("POST", "/api/app/" + app.getString("client_id") + "/secret/", "");

        expect(renewed).has(200);
        var secret = renewed.resource().getString("client_secret");
        assertThat(secret).isNotEqualTo(app.getString("client_secret"));
        expect(Portal.of(app.getString("client_id"), secret).get("/api/app/")).has(200);
        assertThat(
                        Portal.askForToken(
                                        app.getString("client_id"), app.getString("client_secret"))
                                .status())
                .isEqualTo(401);
        expect(portal.get("/api/app/")).isRefused(401, "invalid_token");
    }

    @Test
    void aChangedOrDeletedAppsTokensAreVoidAtOnce() {
        var changed = operator.registerApp(account, "app:read");
        var deleted = operator.registerApp(account, "app:read");
        var changedPortal = Portal.of(changed);
        var deletedPortal = Portal.of(deleted);
        assertThat(changedPortal.get("/api/app/").status()).isEqualTo(200);
        assertThat(deletedPortal.get("/api/app/").status()).isEqualTo(200);

        expect(
                        operator.patch(
                                "/api/app/" + changed.getString("client_id"),
                                Json.createObjectBuilder()
                                        .add("scopes", Portal.array("profile:read"))))
                .has(200);
        expect(operator.delete("/api/app/" + deleted.getString("client_id"))).has(204);

        expect(changedPortal.get("/api/app/")).isRefused(401, "invalid_token");
        expect(deletedPortal.get("/api/app/")).isRefused(401, "invalid_token");
    }

    @Test
    void nobodyGrantsScopesBeyondTheirOwn() {
        var portal = operator.appOf(account, "app:read", "app:write");
        var mighty = operator.registerApp(account, ALL_SCOPES).getString("client_id");

        var wanted = Json.createObjectBuilder().add("name", "x");
        expect(portal.post("/api/app/", wanted.add("scopes", Portal.array("profile:read"))))
                .isRefused(403);
        expect(portal.patch("/api/app/" + mighty, Portal.account("x"))).isRefused(403);
        expect(portal.send("POST", "/api/app/" + mighty + "/secret/", "")).isRefused(403);
    }

    // one account never sees another

    @Test
    void anotherAccountsResourcesDoNotExist() {
        var other = operator.openAccount();
        var theirs = operator.appOf(other, ALL_SCOPES);
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
            expect(theirs.put(path, Portal.account("x"))).isRefused(404, "not_found");
            expect(theirs.patch(path, Portal.account("x"))).isRefused(404, "not_found");
            expect(theirs.delete(path)).isRefused(404, "not_found");
            expect(operator.get(path)).has(200);
        }
        expect(theirs.send("POST", "/api/app/" + app + "/secret/", "")).isRefused(404);
        expect(theirs.get("/api/app/?account_id=" + account)).isRefused(400).naming("account_id");
        expect(theirs.post("/api/app/", Portal.app(account, "x", "app:read")))
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

    // configurations

    @Test
    void createsReadsChangesAndDeletesAConfiguration() {
        var portal = operator.appOf(account, "configuration:read", "configuration:write");
        var body =
                configuration(official, "app.example.com|*.example.org")
                        .add("auth_file_name", official.appId() + ".txt")
                        .add("auth_file_contents", "abc")
                        .add("experience_id", "e-1");

        var created = portal.post("/api/configuration/", body);

        expect(created).has(201);
        var path = created.json().getString("resource_url");
        assertThat(created.resource())
                .containsOnlyKeys(
                        "account_id",
                        "name",
                        "type",
                        "domain",
                        "app_id",
                        "auth_file_name",
                        "auth_file_contents",
                        "experience_id",
                        "created",
                        "last_modified");
        assertThat(created.resource().getString("account_id")).isEqualTo(account);
        var replaced = portal.put(path, configuration(official, "other.example.com"));
        assertThat(replaced.resource().getString("domain")).isEqualTo("other.example.com");
        assertThat(replaced.resource()).doesNotContainKey("experience_id");
        assertThat(replaced.resource().getString("auth_file_name")).isEmpty();
        expect(portal.get("/" + official.appId() + ".txt")).isRefused(404);
        var patched = portal.patch(path, Portal.account("Renamed")).resource();
        assertThat(patched.getString("name")).isEqualTo("Renamed");
        assertThat(patched.getString("domain")).isEqualTo("other.example.com");
        expect(portal.delete(path)).has(204);
        expect(portal.get(path)).isRefused(404);
    }

    @Test
    void takesBackWhatItGave() {
        var path = "/api/configuration/" + operator.configure(account, official, "a.example.com");
        var given = operator.get(path).resource();

        var answer = operator.send("PUT", path, given.toString());

        expect(answer).has(200);
        assertThat(answer.resource().getString("domain")).isEqualTo("a.example.com");
    }

    @Test
    void neverGivesTheAppSecretBack() {
        var path = "/api/configuration/" + operator.configure(account, official, "a.example.com");
        var answers =
                List.of(
                        operator.get(path),
                        operator.get("/api/configuration/?account_id=" + account),
                        operator.get(
                                "/api/configuration/?x__query="
                                        + official.secret()
                                        + "&account_id="
                                        + account),
                        operator.patch(path, Portal.account("x")),
                        operator.put(path, configuration(official, "a.example.com")));

        for (var answer : answers) {
            expect(answer).has(200);
            assertThat(answer.body()).doesNotContain(official.secret()).doesNotContain("secret");
        }
        assertThat(answers.get(2).results()).isEmpty();
    }

    static Stream<JsonObjectBuilder> faultyMembers() {
        return Stream.of(
                        "{\"name\":\"\"}",
                        "{\"type\":\"facebook\"}",
                        "{\"domain\":\"\"}",
                        "{\"domain\":\"https://a b\"}",
                        "{\"domain\":\"ftp://a.example.com\"}",
                        "{\"domain\":\"a.example.com|\"}",
                        "{\"domain\":\"*\"}",
                        "{\"domain\":[\"a.example.com\"]}",
                        "{\"app_id\":\"a b\"}",
                        "{\"app_id\":\"\"}",
                        "{\"app_secret\":\"\"}",
                        "{\"app_secret\":7}",
                        "{\"auth_file_name\":\"a.html\"}",
                        "{\"auth_file_name\":\"../a.txt\"}",
                        "{\"auth_file_name\":\"api/a.txt\"}",
                        "{\"auth_file_name\":\"/a.txt\"}",
                        "{\"experience_id\":{}}",
                        "{\"colour\":\"red\"}")
                .map(ApiIT::builder);
    }

    private static JsonObjectBuilder builder(String json) {
        try (var reader = Json.createReader(new java.io.StringReader(json))) {
            return Json.createObjectBuilder(reader.readObject());
        }
    }

    @ParameterizedTest
    @MethodSource("faultyMembers")
    void namesTheFaultyMemberOfAConfiguration(JsonObjectBuilder faulty) {
        var member = faulty.build();
        var name = member.keySet().iterator().next();
        var body =
                configuration(official, "a.example.com")
                        .add("account_id", account)
                        .add("auth_file_name", "a.txt")
                        .add("auth_file_contents", "a")
                        .add(name, member.get(name));

        expect(operator.post("/api/configuration/", body)).isRefused(400).naming(name);

        assertThat(operator.get("/api/configuration/?account_id=" + account).results()).isEmpty();
    }

    @Test
    void namesAllFaultsAtOnce() {
        expect(operator.send("POST", "/api/configuration/", "{\"account_id\":\"" + account + "\"}"))
                .isRefused(400)
                .naming("name", "domain", "app_id", "app_secret");
    }

    @Test
    void withinAnAccountADomainServesOneConfiguration() {
        operator.configure(account, official, "a.example.com|b.example.com");
        var elsewhere = operator.openAccount();

        for (var taken :
                List.of("a.example.com", "B.example.com:443", "c.example.com|b.example.com")) {
            var body = configuration(official, taken).add("account_id", account);
            expect(operator.post("/api/configuration/", body))
                    .isRefused(409, "conflict")
                    .naming("domain");
        }
        assertThat(operator.configure(elsewhere, official, "a.example.com")).isNotBlank();
        assertThat(operator.configure(account, official, "*.example.com")).isNotBlank();
    }

    @Test
    void oneVerificationFileNameHasOneContents() {
        var name = official.appId() + ".txt";
        var elsewhere = operator.openAccount();
        expect(
                        operator.post(
                                "/api/configuration/",
                                withFile(account, "a.example.com", name, "one")))
                .has(201);

        expect(
                        operator.post(
                                "/api/configuration/",
                                withFile(elsewhere, "a.example.com", name, "two")))
                .isRefused(409, "conflict")
                .naming("auth_file_name");
        expect(
                        operator.post(
                                "/api/configuration/",
                                withFile(elsewhere, "a.example.com", name, "one")))
                .has(201);
    }

    @Test
    void accountsThatBeginAtOnceDoNotDisturbEachOther() {
        var accounts = IntStream.range(0, 12).mapToObj(i -> operator.openAccount()).toList();

        var answers =
                accounts.stream()
                        .map(owner -> withFile(owner, "a.example.com", owner + ".txt", "one"))
                        .map(
                                body ->
                                        CompletableFuture.supplyAsync(
                                                () -> operator.post("/api/configuration/", body)))
                        .toList()
                        .stream()
                        .map(CompletableFuture::join);

        assertThat(answers).extracting(Answer::status).containsOnly(201);
    }

    private JsonObjectBuilder withFile(String owner, String domain, String name, String contents) {
        return configuration(official, domain)
                .add("account_id", owner)
                .add("auth_file_name", name)
                .add("auth_file_contents", contents);
    }

    // ETags

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
        var changed = operator.patch(path, Portal.account("Changed"), "If-Match", first);

        expect(changed).has(200);
        assertThat(changed.etag()).isNotEqualTo(first);
        assertThat(operator.get(path).etag()).isEqualTo(changed.etag());
        for (var stale : List.of(first, "W/" + first, "\"\"", "x")) {
            expect(operator.patch(path, Portal.account("No"), "If-Match", stale)).isRefused(412);
            expect(operator.delete(path, "If-Match", stale)).isRefused(412);
        }
        assertThat(operator.get(path).resource().getString("name")).isEqualTo("Changed");
        expect(operator.patch(path, Portal.account("Any"), "If-Match", "*")).has(200);
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
        expect(operator.patch(path + "?colour=red", Portal.account("x")))
                .isRefused(400)
                .naming("colour");
        expect(operator.delete(path + "?colour=red")).isRefused(400).naming("colour");
        expect(operator.get(path)).has(200);
    }

    // lists

    /** Apps named a, b, c, … of this account, in this order. */
    private Portal withApps(String... names) {
        for (var name : names) {
            Portal.created(operator.post("/api/app/", Portal.app(account, name, "app:read")));
        }
        return operator;
    }

    private Answer list(String query) {
        return operator.get("/api/app/?account_id=" + account + "&" + query);
    }

    @ParameterizedTest
    @CsvSource({
        "name=beta, beta",
        "name__in=alpha%7Cgamma%7Cnobody, alpha gamma",
        "name__ne=beta, alpha gamma",
        "name__ne=beta%7Calpha, gamma",
        "name__gt=beta, gamma",
        "name__gte=beta, beta gamma",
        "name__lt=beta, alpha",
        "name__lte=beta, alpha beta",
        "name__gte=alpha&name__lt=gamma, alpha beta",
        "name=nobody, ''",
        "name=BETA, ''",
        "x__query=ALPH, alpha",
        "x__query=%25, ''",
        "x__query=eta, beta",
        "created__gt=2020-01-01T00:00:00Z, alpha beta gamma",
        "created__lt=2020-01-01T00:00:00Z, ''"
    })
    void filters(String query, String expected) {
        withApps("alpha", "beta", "gamma");

        var found = list(query + "&x__order_by=name");

        assertThat(String.join(" ", found.each("name"))).isEqualTo(expected);
        assertThat(found.json().getInt("count")).isEqualTo(found.results().size());
    }

    @ParameterizedTest
    @CsvSource({
        "x__order_by=name, a b c",
        "x__order_by=name__asc, a b c",
        "x__order_by=name__desc, c b a",
        "x__order_by=created__desc, a c b",
        "x__order_by=created__desc%7Cname, a c b",
        "'', b c a"
    })
    void orders(String query, String expected) {
        withApps("b", "c", "a");

        assertThat(String.join(" ", list(query).each("name"))).isEqualTo(expected);
    }

    @Test
    void pagesByNumber() {
        withApps("a", "b", "c", "d", "e");

        var first = list("x__order_by=name&x__limit=2");
        var last = list("x__order_by=name&x__limit=2&x__page=3");

        assertThat(first.json())
                .containsOnlyKeys(
                        "results", "count", "next", "next_token", "previous", "previous_token");
        assertThat(first.json().getInt("count")).isEqualTo(5);
        assertThat(first.json().getInt("next")).isEqualTo(2);
        assertThat(first.json().isNull("previous")).isTrue();
        assertThat(first.json().isNull("previous_token")).isTrue();
        assertThat(last.each("name")).containsExactly("e");
        assertThat(last.json().getInt("previous")).isEqualTo(2);
        assertThat(last.json().isNull("next")).isTrue();
        assertThat(last.json().isNull("next_token")).isTrue();
        assertThat(list("x__limit=2&x__page=9").results()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"name", "name__desc", "created", "created__desc%7Cname"})
    void tokensLeadThroughTheWholeListForthAndBack(String order) {
        withApps("a", "b", "c", "d", "e", "f", "g");
        var query = "x__limit=3&x__order_by=" + order;

        var forth = new ArrayList<String>();
        var page = list(query);
        forth.addAll(page.each("name"));
        while (!page.json().isNull("next_token")) {
            page = list(query + "&x__token=" + page.json().getString("next_token"));
            forth.addAll(page.each("name"));
        }
        var back = new ArrayList<>(page.each("name"));
        while (!page.json().isNull("previous_token")) {
            page = list(query + "&x__token=" + page.json().getString("previous_token"));
            back.addAll(0, page.each("name"));
        }

        assertThat(forth).hasSize(7).doesNotHaveDuplicates();
        assertThat(back).isEqualTo(forth);
    }

    @Test
    void pagesStayWholeWhileRowsComeAndGo() {
        withApps("b", "d", "f", "h", "k");
        var query = "x__limit=2&x__order_by=name";
        var first = list(query);

        withApps("a", "c");
        operator.delete("/api/app/" + first.results().get(1).getString("resource_id"));
        var second = list(query + "&x__token=" + first.json().getString("next_token"));

        assertThat(first.each("name")).containsExactly("b", "d");
        assertThat(second.each("name")).containsExactly("f", "h");
    }

    @Test
    void anEmptyOptionIsNoOption() {
        withApps("a");

        var answer = list("x__order_by=&x__limit=&x__page=&x__token=&x__query=");

        assertThat(answer.each("name")).containsExactly("a");
    }

    @Test
    void listsFiftyUnlessToldOtherwise() {
        withApps(IntStream.range(0, 51).mapToObj(i -> "app " + i).toArray(String[]::new));

        assertThat(list("x__limit=").results()).hasSize(50);
        assertThat(list("x__limit=500").results()).hasSize(51);
    }

    @ParameterizedTest
    @CsvSource({
        "x__limit=501, x__limit",
        "x__limit=0, x__limit",
        "x__limit=-1, x__limit",
        "x__limit=ten, x__limit",
        "x__page=0, x__page",
        "x__page=99999999999999999999, x__page",
        "x__token=nonsense, x__token",
        "x__token=WzEsMF0, x__token",
        "x__order_by=colour, x__order_by",
        "x__order_by=name__up, x__order_by",
        "x__size=1, x__size",
        "colour=red, colour",
        "name__like=a, name__like",
        "name=a&name=b, name",
        "created__gt=yesterday, created__gt",
        "client_secret=x, client_secret",
        "secretHash=x, secretHash"
    })
    void namesFaultyOptions(String query, String field) {
        expect(list(query)).isRefused(400, "invalid_request").naming(field);
    }

    @Test
    void aTokenBelongsToItsOrder() {
        withApps("a", "b", "c");
        var token = list("x__limit=1&x__order_by=name").json().getString("next_token");

        expect(list("x__order_by=created&x__token=" + token)).isRefused(400).naming("x__token");
    }

    @Test
    void listsConfigurationsByDomain() {
        operator.configure(account, official, "a.example.com|b.example.com");
        operator.configure(account, official, "c.example.com");
        var path = "/api/configuration/?account_id=" + account + "&domain=";

        assertThat(operator.get(path + "b.example.com").results()).hasSize(1);
        assertThat(operator.get(path + "example.com").results()).isEmpty();
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
        operator.post("/api/account/", Portal.account(name));

        var found = operator.get("/api/account/?name=" + Portal.encode(name));

        assertThat(found.each("name")).containsExactly(name);
        assertThat(found.results().get(0)).isInstanceOf(JsonObject.class);
    }
}
