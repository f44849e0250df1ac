package com.xpkit.sociallink.it;

import static com.xpkit.sociallink.driver.AnswerAssert.expect;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.xpkit.sociallink.driver.Answer;
import com.xpkit.sociallink.driver.ApiClient;
import java.util.Base64;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** HTTP Basic at the token endpoint, encoded as RFC 6749 says and raw as curl sends it. */
class BasicAuthenticationIT extends OnAServer {

    private static final String GRANT = "grant_type=client_credentials";

    /**
     * The operator's secret looks like openssl's output; the one for metrics has a colon, a space and a single
     * percent sign.
     */
    static Stream<Client> clients() {
        return Stream.of(
                new Client(System.getenv("SOCIALLINK_OPERATOR_CLIENT_ID"), Service.OPERATOR_SECRET),
                new Client(
                        System.getenv("SOCIALLINK_METRICS_CLIENT_ID"),
                        System.getenv("SOCIALLINK_METRICS_CLIENT_SECRET")));
    }

    @ParameterizedTest
    @MethodSource("clients")
    void takesARawSecret(Client client) {
        assertThat(client.secret()).contains("+").contains("/");

        expect(ask("Basic ", client.id(), client.secret())).has(200);
    }

    @ParameterizedTest
    @MethodSource("clients")
    void takesAnEncodedSecret(Client client) {
        var id = ApiClient.encode(client.id());
        var secret = ApiClient.encode(client.secret());
        assertThat(secret).isNotEqualTo(client.secret());

        expect(ask("Basic ", id, secret)).has(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"basic ", "BASIC ", "Basic   "})
    void knowsTheSchemeWhateverItsCase(String scheme) {
        var app = Service.operator().registerApp(Service.operator().openAccount(), "app:read");

        expect(ask(scheme, app.getString("client_id"), app.getString("client_secret"))).has(200);
    }

    @Test
    void refusesAWrongSecretOnceHoweverItCanBeRead() {
        var client = clients().findFirst().orElseThrow();
        var known = ask("Basic ", client.id(), "wrong+secret%2B");
        var unknown = ask("Basic ", "no%62ody", "wrong+secret%2B");

        assertIsInvalid(known);
        assertThat(unknown.body()).isEqualTo(known.body());
        assertThat(ask("Basic ", client.id(), "wrong").body()).isEqualTo(known.body());
    }

    @Test
    void saysWhatIsWrongWithAHeaderThatCannotBeRead() {
        var answer = Service.API.postForm(GRANT, "Authorization", "Basic not*base64");

        assertIsInvalid(answer);
        assertThat(answer.json().getString("error_description")).contains("not Base64");
    }

    private static void assertIsInvalid(Answer answer) {
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.json().getString("error")).isEqualTo("invalid_client");
        assertThat(answer.headers().allValues("WWW-Authenticate"))
                .containsExactly("Basic realm=\"Social Link\", charset=\"UTF-8\"");
    }

    private static Answer ask(String scheme, String id, String secret) {
        var credentials = Base64.getEncoder().encodeToString((id + ":" + secret).getBytes(UTF_8));
        return Service.API.postForm(GRANT, "Authorization", scheme + credentials);
    }

    record Client(String id, String secret) {

        @Override
        public String toString() {
            return id;
        }
    }
}
