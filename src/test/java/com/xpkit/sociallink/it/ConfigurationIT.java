package com.xpkit.sociallink.it;

import static com.xpkit.sociallink.driver.AnswerAssert.expect;
import static com.xpkit.sociallink.driver.ApiClient.configuration;
import static org.assertj.core.api.Assertions.assertThat;

import com.xpkit.sociallink.driver.Answer;
import com.xpkit.sociallink.driver.ApiClient;
import com.xpkit.sociallink.simulator.OfficialAccount;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Configurations: their members, their errors, and what one excludes in another. */
class ConfigurationIT extends OnAServer {

    private final ApiClient operator = Service.operator();
    private final String account = operator.openAccount();
    private final OfficialAccount official =
            new OfficialAccount(Service.unique("wx"), Service.unique("app-secret-"), "localhost");

    @Test
    void createsReadsChangesAndDeletesAConfiguration() {
        var client = operator.appOf(account, "configuration:read", "configuration:write");
        var body =
                configuration(official, "app.example.com|*.example.org")
                        .add("auth_file_name", official.appId() + ".txt")
                        .add("auth_file_contents", "abc")
                        .add("experience_id", "e-1");

        var created = client.post("/api/configuration/", body);

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
        var replaced = client.put(path, configuration(official, "other.example.com"));
        assertThat(replaced.resource().getString("domain")).isEqualTo("other.example.com");
        assertThat(replaced.resource()).doesNotContainKey("experience_id");
        assertThat(replaced.resource().getString("auth_file_name")).isEmpty();
        expect(client.get("/" + official.appId() + ".txt")).isRefused(404);
        var patched = client.patch(path, ApiClient.account("Renamed")).resource();
        assertThat(patched.getString("name")).isEqualTo("Renamed");
        assertThat(patched.getString("domain")).isEqualTo("other.example.com");
        expect(client.delete(path)).has(204);
        expect(client.get(path)).isRefused(404);
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
                        operator.patch(path, ApiClient.account("x")),
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
                .map(ConfigurationIT::builder);
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

    @Test
    void listsConfigurationsByDomain() {
        operator.configure(account, official, "a.example.com|b.example.com");
        operator.configure(account, official, "c.example.com");
        var path = "/api/configuration/?account_id=" + account + "&domain=";

        assertThat(operator.get(path + "b.example.com").results()).hasSize(1);
        assertThat(operator.get(path + "example.com").results()).isEmpty();
    }
}
