package com.xpkit.sociallink.it;

import static com.xpkit.sociallink.driver.AnswerAssert.expect;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.xpkit.sociallink.driver.Answer;
import com.xpkit.sociallink.driver.ApiClient;
import com.xpkit.sociallink.server.Http;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How an app gets its token, and how it is refused: section 3 of the contract. */
class TokenIT extends OnAServer {

    private final ApiClient operator = Service.operator();
    private final String account = operator.openAccount();

    @Test
    void givesATokenForAForm() {
        var app = operator.registerApp(account, "profile:read", "app:read");

        var answer =
                Service.API.askForToken(app.getString("client_id"), app.getString("client_secret"));

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
                Answer.of(
                        Http.send(
                                Http.request(Service.URL.resolve("/api/token/"))
                                        .header("Content-Type", "multipart/form-data; boundary=b")
                                        .POST(BodyPublishers.ofString(parts))));

        expect(answer).has(200);
        var token = answer.json().getString("access_token");
        expect(Service.API.withToken(token).get("/api/app/")).has(200);
    }

    private static String part(String name, String value) {
        return "--b\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                .formatted(name, value);
    }

    @Test
    void givesATokenForHttpBasic() {
        var app = operator.registerApp(account, "app:read");

        var answer =
                Service.API.postForm(
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
                        Service.API.askForToken(id, "wrong"),
                        Service.API.askForToken(id, ""),
                        Service.API.askForToken(UUID.randomUUID().toString(), "wrong"),
                        Service.API.askForToken("", ""),
                        Service.API.askForToken("it-operator", "wrong"),
                        Service.API.postForm(
                                "grant_type=client_credentials",
                                "Authorization",
                                basic(id, "wrong")),
                        Service.API.postForm(
                                "grant_type=client_credentials", "Authorization", "Basic !!!"));

        for (var answer : answers) {
            assertThat(answer.status()).isEqualTo(401);
            assertThat(answer.json().getString("error")).isEqualTo("invalid_client");
            assertThat(answer.header("WWW-Authenticate").orElse("")).startsWith("Basic");
        }
        assertThat(answers.subList(0, 6))
                .as("the answer does not reveal which clients exist")
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
        var answer = Service.API.postForm(form);

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

        var narrow = Service.API.postForm(form + "profile:read");
        var wide = Service.API.postForm(form + "profile:read%20app:write");

        assertThat(narrow.json().getString("scope")).isEqualTo("profile:read");
        var client = Service.API.withToken(narrow.json().getString("access_token"));
        expect(client.get("/api/app/")).isRefused(403, "insufficient_scope");
        assertThat(wide.status()).isEqualTo(400);
        assertThat(wide.json().getString("error")).isEqualTo("invalid_scope");
    }

    @Test
    void takesNoSecretFromAnAddress() {
        var app = operator.registerApp(account, "app:read");
        var query =
                "?grant_type=client_credentials&client_id=%s&client_secret=%s"
                        .formatted(app.getString("client_id"), app.getString("client_secret"));

        var answer = Service.API.send("POST", "/api/token/" + query, "");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).doesNotContain(app.getString("client_secret"));
    }
}
