package com.xpkit.sociallink.signin.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.xpkit.sociallink.MovableClock;
import com.xpkit.sociallink.platform.settings.SettingsMother;
import com.xpkit.sociallink.signin.limit.RateLimit.RateLimited;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FailuresTest {

    private static final String HERE = "192.0.2.1";
    private static final String THERE = "198.51.100.1";
    private static final String ID = "operator";

    private final MovableClock clock = new MovableClock();
    private final Failures failures =
            new Failures(new FailureSettings(SettingsMother.shipped()), clock);

    @Test
    void areAnsweredEverMoreSlowly() {
        var pauses = IntStream.range(0, 10).mapToObj(i -> fail(HERE, ID)).toList();

        assertThat(pauses.subList(0, 3)).containsOnly(Duration.ZERO);
        assertThat(pauses.subList(3, 10))
                .extracting(Duration::toMillis)
                .containsExactly(125L, 250L, 500L, 1_000L, 2_000L, 4_000L, 8_000L);
    }

    @Test
    void areThenRefusedUntilTheWindowEnds() {
        fail(HERE, ID, 10);

        assertThatThrownBy(() -> admit(HERE, ID))
                .isInstanceOf(RateLimited.class)
                .hasMessage(
                        "Too many requests: sociallink.failures.login allows 10 in PT5M. Try again"
                                + " in 300 seconds.");
        clock.advance(Duration.ofMinutes(5));
        assertIsAdmitted(HERE, ID);
    }

    @Test
    void lockNobodyOutElsewhere() {
        IntStream.range(0, 1_000).forEach(i -> fail("10.0.0." + i, ID));

        assertIsAdmitted(THERE, ID);
        assertThat(fail(THERE, ID)).isEqualTo(Duration.ofSeconds(8));
        assertThatThrownBy(() -> admit(THERE, ID))
                .isInstanceOf(RateLimited.class)
                .hasMessageContaining("sociallink.failures.client allows 100 in PT5M");
    }

    @Test
    void leaveAnAddressThatWasRightBeforeAllOfItsTries() {
        failures.forget(HERE, ID);
        IntStream.range(0, 1_000).forEach(i -> fail("10.0.0." + i, ID));

        fail(HERE, ID, 9);
        assertIsAdmitted(HERE, ID);

        fail(HERE, ID);
        assertThatThrownBy(() -> admit(HERE, ID)).isInstanceOf(RateLimited.class);
    }

    @Test
    void ofManyClientsAtOneAddressAreRefusedExceptForThoseThatWereRightThere() {
        failures.forget(HERE, "neighbour");
        IntStream.range(0, 200).forEach(i -> fail(HERE, "guessed " + i));

        assertThatThrownBy(() -> admit(HERE, "guessed 201"))
                .isInstanceOf(RateLimited.class)
                .hasMessageContaining("sociallink.failures.address allows 200 in PT5M");
        assertIsAdmitted(HERE, "neighbour");
        assertIsAdmitted(THERE, "guessed 201");
    }

    @Test
    void areForgottenWhenTheSecretIsRight() {
        fail(HERE, ID, 9);

        failures.forget(HERE, ID);

        assertThat(fail(HERE, ID)).isZero();
    }

    /** Ids of apps are not case-sensitive, and Basic can be read in two ways. */
    @Test
    void countOneClientOnceHoweverItIsWritten() {
        IntStream.range(0, 10)
                .forEach(i -> failures.count(HERE, Set.of("ABCDEF".substring(0, 5) + i, "abcdE")));

        assertThatThrownBy(() -> admit(HERE, "ABCDE")).isInstanceOf(RateLimited.class);
    }

    @Test
    void countIdsThatAreTooLongAsOne() {
        IntStream.range(0, 10).forEach(i -> fail(HERE, "x".repeat(65 + i)));

        assertThatThrownBy(() -> admit(HERE, "y".repeat(2_000_000)))
                .isInstanceOf(RateLimited.class);
    }

    @Test
    void ofTokensCountByAddressAndSeparatelyFromSecrets() {
        IntStream.range(0, 200).forEach(i -> failures.countToken(HERE));

        assertThatThrownBy(() -> failures.countToken(HERE)).isInstanceOf(RateLimited.class);
        assertThatCode(() -> failures.countToken(THERE)).doesNotThrowAnyException();
        assertIsAdmitted(HERE, ID);
    }

    @Test
    void doNotCountWhenThatIsOff() {
        var off =
                new Failures(
                        new FailureSettings(
                                SettingsMother.with(
                                        Map.of(
                                                "sociallink.failures.login", "off",
                                                "sociallink.failures.client", "off",
                                                "sociallink.failures.address", "off"))),
                        clock);

        IntStream.range(0, 1_000).forEach(i -> off.count(HERE, Set.of(ID)));

        assertThat(off.count(HERE, Set.of(ID))).isZero();
        assertThatCode(() -> off.admit(HERE, Set.of(ID))).doesNotThrowAnyException();
    }

    private void assertIsAdmitted(String address, String client) {
        assertThatCode(() -> admit(address, client)).doesNotThrowAnyException();
    }

    private void admit(String address, String client) {
        failures.admit(address, Set.of(client));
    }

    private void fail(String address, String client, int times) {
        IntStream.range(0, times).forEach(i -> fail(address, client));
    }

    private Duration fail(String address, String client) {
        return failures.count(address, Set.of(client));
    }
}
