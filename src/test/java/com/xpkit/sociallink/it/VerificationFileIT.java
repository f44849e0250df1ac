package com.xpkit.sociallink.it;

import static com.xpkit.sociallink.driver.AnswerAssert.expect;
import static org.assertj.core.api.Assertions.assertThat;

import com.xpkit.sociallink.driver.Answer;
import com.xpkit.sociallink.driver.ApiClient;
import com.xpkit.sociallink.simulator.OfficialAccount;
import jakarta.json.Json;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who owns the name of a verification file, and what happens to others that serve it. */
class VerificationFileIT extends OnAServer {

    private static final String CONFIGURATIONS = "/api/configuration/";

    private final ApiClient operator = Service.operator();
    private final String name = Service.unique("MP_verify_") + ".txt";
    private final String owner = operator.openAccount();
    private final String other = operator.openAccount();

    private Answer claim(String account, String file, String contents) {
        var official = new OfficialAccount(Service.unique("wx"), "secret", "localhost");
        return operator.post(
                CONFIGURATIONS,
                ApiClient.configuration(official, Service.unique("a") + ".example.com")
                        .add("account_id", account)
                        .add("auth_file_name", file)
                        .add("auth_file_contents", contents));
    }

    private Answer change(String configuration, String file, String contents) {
        return operator.patch(
                CONFIGURATIONS + configuration + "/",
                Json.createObjectBuilder()
                        .add("auth_file_name", file)
                        .add("auth_file_contents", contents));
    }

    private Answer read(String configuration) {
        return operator.get(CONFIGURATIONS + configuration + "/");
    }

    private String served() {
        return Service.API.get("/" + name).body();
    }

    @Test
    void isChangedByItsOwnerEvenIfOthersServeIt() {
        var owners = ApiClient.created(claim(owner, name, "one")).id();
        var others = ApiClient.created(claim(other, name, "one")).id();

        expect(change(owners, name, "two")).has(200);

        assertThat(served()).isEqualTo("two");
        assertThat(read(others).resource().getString("auth_file_name")).isEmpty();
        assertThat(read(others).resource().getString("auth_file_contents")).isEmpty();
        expect(change(others, name, "one")).isRefused(409, "conflict").naming("auth_file_name");
        expect(change(others, name, "two")).has(200);
    }

    @Test
    void isChangedByNobodyElse() {
        ApiClient.created(claim(owner, name, "one"));
        var others = ApiClient.created(claim(other, name, "one")).id();

        expect(change(others, name, "two")).isRefused(409).naming("auth_file_name");
        expect(operator.patch(CONFIGURATIONS + others + "/", ApiClient.account("Renamed")))
                .has(200);

        assertThat(served()).isEqualTo("one");
    }

    @Test
    void hasOneContentsInItsOwnersConfigurationsToo() {
        var first = ApiClient.created(claim(owner, name, "one")).id();
        ApiClient.created(claim(owner, name, "one"));

        expect(change(first, name, "two")).isRefused(409).naming("auth_file_name");
    }

    @Test
    void passesOnWhenItsOwnerLeaves() {
        var owners = ApiClient.created(claim(owner, name, "one")).id();
        var others = ApiClient.created(claim(other, name, "one")).id();

        expect(operator.delete(CONFIGURATIONS + owners + "/")).has(204);
        assertThat(served()).isEqualTo("one");
        expect(change(others, name, "two")).has(200);
        expect(claim(owner, name, "three")).isRefused(409);
        expect(change(others, "", "")).has(200);

        expect(Service.API.get("/" + name)).isRefused(404);
        expect(claim(owner, name, "three")).has(201);
    }

    @Test
    void passesOnWhenItsOwnersAccountIsDeleted() {
        ApiClient.created(claim(owner, name, "one"));
        var others = ApiClient.created(claim(other, name, "one")).id();

        expect(operator.delete("/api/account/" + owner + "/")).has(204);

        expect(change(others, name, "two")).has(200);
        assertThat(served()).isEqualTo("two");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "robots.txt",
                "Robots.txt",
                "ads.txt",
                "app-ads.txt",
                "security.txt",
                "openapi.txt",
                "health.txt",
                "portal/a.txt",
                "metrics/a.txt",
                ".well-known/security.txt"
            })
    void cannotBeOneThatSpeaksForTheHost(String reserved) {
        expect(claim(owner, reserved, "Disallow: /")).isRefused(400).naming("auth_file_name");
    }

    @RepeatedTest(3)
    void belongsToOneOfThoseWhoClaimItAtOnce() {
        var accounts = Stream.of(owner, other, operator.openAccount(), operator.openAccount());

        var statuses =
                accounts
                        .map(each -> CompletableFuture.supplyAsync(() -> claim(each, name, each)))
                        .toList()
                        .stream()
                        .map(CompletableFuture::join)
                        .map(Answer::status)
                        .sorted()
                        .toList();

        assertThat(statuses).isEqualTo(List.of(201, 409, 409, 409));
    }
}
