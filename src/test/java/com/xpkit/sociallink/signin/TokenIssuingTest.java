package com.xpkit.sociallink.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.xpkit.sociallink.MovableClock;
import com.xpkit.sociallink.kernel.Scope;
import com.xpkit.sociallink.platform.sealing.SealMother;
import com.xpkit.sociallink.platform.settings.SettingsMother;
import com.xpkit.sociallink.signin.limit.FailureSettings;
import com.xpkit.sociallink.signin.limit.Failures;
import com.xpkit.sociallink.signin.limit.RateLimit;
import com.xpkit.sociallink.signin.limit.RateLimit.RateLimited;
import com.xpkit.sociallink.signin.limit.RateLimitSettings;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenIssuingTest {

    private static final String GRANT = "client_credentials";
    private static final String HERE = "192.0.2.1";

    private final Client client = ClientMother.app(Scope.APP_READ, Scope.PROFILE_READ);
    private final TokenIssuing issuing = new TokenIssuing();
    private final MovableClock clock = new MovableClock();

    @BeforeEach
    void assemble() {
        var clients = new ClientMother.InMemory();
        clients.keep(client);
        issuing.clients = clients;
        issuing.tokens = new AccessTokens();
        issuing.tokens.clients = clients;
        issuing.tokens.seal = SealMother.any();
        issuing.tokens.clock = clock;
        issuing.failures = new Failures(new FailureSettings(SettingsMother.shipped()), clock);
        issuing.limit =
                new RateLimit(
                        new RateLimitSettings(
                                SettingsMother.with("sociallink.rate-limit", "20/PT5M")),
                        clock);
    }

    @Test
    void answersInTheContractsShape() {
        var answer = issue(GRANT, ClientMother.SECRET, "profile:read");

        assertThat(answer.keySet())
                .containsExactly("token_type", "scope", "expires_in", "access_token");
        assertThat(answer.getString("token_type")).isEqualTo("Bearer");
        assertThat(answer.getInt("expires_in")).isEqualTo(36_000);
        assertThat(answer.getString("scope")).isEqualTo("profile:read");
        assertThat(issuing.tokens.recognise(answer.getString("access_token"))).isPresent();
    }

    @Test
    void givesAllScopesToClientsThatAskForNone() {
        assertThat(issue(GRANT, ClientMother.SECRET, " ").getString("scope").split(" "))
                .containsExactlyInAnyOrder("app:read", "profile:read");
    }

    @ParameterizedTest
    @CsvSource({"profile:write", "nonsense", "PROFILE:READ", "app:read profile:write"})
    void refusesAScopeThatTheClientLacks(String scope) {
        assertThat(refusal(GRANT, ClientMother.SECRET, scope).json().getString("error"))
                .isEqualTo("invalid_scope");
    }

    @Test
    void refusesAnUnknownClientLikeAWrongSecret() {
        var wrong = refusal(GRANT, "wrong", "");
        var unknown =
                catchThrowableOfType(
                        OAuthError.class,
                        () ->
                                issuing.issue(
                                        request(GRANT, new Credentials("nobody", "wrong")), HERE));

        assertThat(wrong.status()).isEqualTo(401);
        assertThat(wrong.json()).isEqualTo(unknown.json());
    }

    @Test
    void takesTheFirstReadingThatIsRight() {
        var right = new Credentials(client.id(), ClientMother.SECRET);
        var wrong = new Credentials(client.id(), "wrong");

        assertThat(issuing.issue(request(GRANT, right, wrong), HERE)).containsKey("access_token");
        assertThat(issuing.issue(request(GRANT, wrong, right), HERE)).containsKey("access_token");
    }

    @Test
    void refusesTwoWrongReadingsAsOne() {
        var wrong = new Credentials(client.id(), "wrong");
        var another = new Credentials("nobody", ClientMother.SECRET);

        var refused =
                catchThrowableOfType(
                        OAuthError.class,
                        () -> issuing.issue(request(GRANT, wrong, another), HERE));

        assertThat(refused.json()).isEqualTo(refusal(GRANT, "wrong", "").json());
    }

    @ParameterizedTest
    @CsvSource({"'', invalid_request", "password, unsupported_grant_type"})
    void refusesOtherGrants(String grant, String error) {
        var refused = refusal(grant, ClientMother.SECRET, "");

        assertThat(refused.json().getString("error")).isEqualTo(error);
        assertThat(refused.status()).isEqualTo(400);
    }

    @Test
    void speaksOfErrorsInOAuthsWordsAndInOurs() {
        var json = new OAuthError("invalid_client", "Wrong.").json();

        assertThat(json.getString("error")).isEqualTo("invalid_client");
        assertThat(json.getString("error_description")).isEqualTo("Wrong.");
        assertThat(json.getString("description")).isEqualTo("Wrong.");
        assertThat(json.getJsonObject("extra_info")).isEmpty();
    }

    @Test
    void delaysAnswersToWrongSecretsAndThenChecksNone() {
        assertThat(refusal(GRANT, "wrong", "").pause()).isZero();
        IntStream.range(0, 8).forEach(i -> refusal(GRANT, "wrong", ""));
        assertThat(refusal(GRANT, "wrong", "").pause()).isEqualTo(Duration.ofSeconds(8));

        assertThatThrownBy(() -> issue(GRANT, ClientMother.SECRET, ""))
                .isInstanceOf(RateLimited.class)
                .hasMessageContaining("sociallink.failures.login allows 10 in PT5M");
        clock.advance(Duration.ofMinutes(5));
        assertThat(issue(GRANT, ClientMother.SECRET, "")).containsKey("access_token");
    }

    @Test
    void takesARightSecretFromElsewhereWhateverWasGuessed() {
        IntStream.range(0, 10).forEach(i -> refusal(GRANT, "wrong", ""));

        var right = request(GRANT, new Credentials(client.id(), ClientMother.SECRET));

        assertThat(issuing.issue(right, "198.51.100.1")).containsKey("access_token");
    }

    @Test
    void countsTokensAsRequestsButNoWrongSecrets() {
        refusal(GRANT, "wrong", "");
        IntStream.range(0, 20).forEach(i -> issue(GRANT, ClientMother.SECRET, ""));

        assertThatThrownBy(() -> issue(GRANT, ClientMother.SECRET, ""))
                .isInstanceOf(RateLimited.class)
                .hasMessageContaining("sociallink.rate-limit allows 20 in PT5M");
    }

    private static TokenRequest request(String grant, Credentials... readings) {
        return new TokenRequest(grant, List.of(readings), "");
    }

    private JsonObject issue(String grant, String secret, String scope) {
        return issuing.issue(
                new TokenRequest(grant, List.of(new Credentials(client.id(), secret)), scope),
                HERE);
    }

    private OAuthError refusal(String grant, String secret, String scope) {
        var refused = catchThrowableOfType(OAuthError.class, () -> issue(grant, secret, scope));
        assertThat(refused).as("a refusal").isNotNull();
        return refused;
    }
}
