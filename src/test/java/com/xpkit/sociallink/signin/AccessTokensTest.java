package com.xpkit.sociallink.signin;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.xpkit.sociallink.MovableClock;
import com.xpkit.sociallink.kernel.Scope;
import com.xpkit.sociallink.platform.sealing.Purpose;
import com.xpkit.sociallink.platform.sealing.SealMother;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccessTokensTest {

    private final MovableClock clock = new MovableClock();
    private final ClientMother.InMemory clients = new ClientMother.InMemory();
    private final AccessTokens tokens = new AccessTokens();
    private final Client client = ClientMother.app(Scope.PROFILE_READ, Scope.PROFILE_WRITE);

    @BeforeEach
    void assemble() {
        tokens.seal = SealMother.any();
        tokens.clients = clients;
        tokens.clock = clock;
        clients.keep(client);
    }

    @Test
    void recognisesItsOwn() {
        assertThat(tokens.recognise(token())).contains(client);
    }

    @Test
    void narrowsTheClientToTheScopesOfTheToken() {
        var narrow = tokens.issue(client, Set.of(Scope.PROFILE_READ));

        assertThat(tokens.recognise(narrow).orElseThrow().scopes())
                .containsExactly(Scope.PROFILE_READ);
    }

    @Test
    void isOverExactlyAfter36000Seconds() {
        var token = token();

        clock.advance(Duration.ofSeconds(36_000).minusMillis(1));
        assertThat(tokens.recognise(token)).isPresent();

        clock.advance(Duration.ofMillis(1));
        assertThat(tokens.recognise(token)).isEmpty();
    }

    @Test
    void isVoidOnceTheClientHasChanged() {
        var token = token();

        clients.keep(ClientMother.changed(client));

        assertThat(tokens.recognise(token)).isEmpty();
    }

    @Test
    void isVoidOnceTheClientIsGone() {
        var token = token();

        clients.remove(client);

        assertThat(tokens.recognise(token)).isEmpty();
    }

    @Test
    void neverIssuesTheSameTwice() {
        assertThat(token()).isNotEqualTo(token());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "AAAA", "null", "%00"})
    void recognisesNothingElse(String text) {
        assertThat(tokens.recognise(text)).isEmpty();
    }

    @Test
    void opensNothingThatIsLongerThanAnyOfItsOwn() {
        var words = "PROFILE_READ,".repeat(400) + "PROFILE_READ";
        var ends = clock.instant().plusSeconds(60).getEpochSecond();
        var facts = String.join("\n", client.id(), client.revision(), "" + ends, words);

        var token = tokens.seal.seal(Purpose.ACCESS_TOKEN, facts.getBytes(UTF_8));

        assertThat(tokens.recognise(token)).isEmpty();
    }

    @Test
    void recognisesTheLongestOfItsOwn() {
        var longest =
                new Client(
                        "你".repeat(255),
                        "",
                        null,
                        EnumSet.allOf(Scope.class),
                        "hash",
                        "r".repeat(16));
        clients.keep(longest);

        assertThat(tokens.recognise(tokens.issue(longest, longest.scopes()))).contains(longest);
    }

    @Test
    void recognisesNothingThatWasSealedForAnotherPurpose() {
        var flow = tokens.seal.seal(Purpose.FLOW, new byte[] {1});

        assertThat(tokens.recognise(flow)).isEmpty();
    }

    @Test
    void recognisesNothingOfAnotherServicesKey() {
        var token = token();

        tokens.seal = SealMother.with("another-service's-key-of-32-characters");

        assertThat(tokens.recognise(token)).isEmpty();
    }

    private String token() {
        return tokens.issue(client, client.scopes());
    }
}
