package com.xpkit.sociallink.signin.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.xpkit.sociallink.MovableClock;
import com.xpkit.sociallink.platform.settings.InvalidSetting;
import com.xpkit.sociallink.platform.settings.SettingsMother;
import com.xpkit.sociallink.signin.limit.RateLimit.RateLimited;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RateLimitTest {

    private static final Optional<UUID> NO_ACCOUNT = Optional.empty();

    private final MovableClock clock = new MovableClock();

    @Test
    void countsAsManyRequestsAsConfigured() {
        var limit = limit("3/PT1M");

        use(limit, "a", 3);

        assertThatThrownBy(() -> limit.count("a", NO_ACCOUNT)).isInstanceOf(RateLimited.class);
    }

    @Test
    void countsEachClientByItself() {
        var limit = limit("3/PT1M");
        use(limit, "a", 3);

        assertThatCode(() -> use(limit, "b", 3)).doesNotThrowAnyException();
    }

    @Test
    void countsTheAppsOfAnAccountTogether() {
        var limit = limit("3/PT1M", "4/PT1M");
        var account = Optional.of(UUID.randomUUID());
        IntStream.range(0, 4).forEach(app -> limit.count("app " + app, account));

        assertThatThrownBy(() -> limit.count("app 5", account))
                .isInstanceOf(RateLimited.class)
                .hasMessage(
                        "Too many requests: sociallink.rate-limit.account allows 4 in PT1M. Try"
                                + " again in 60 seconds.");
        assertThatCode(() -> limit.count("another's", Optional.of(UUID.randomUUID())))
                .doesNotThrowAnyException();
    }

    @Test
    void beginsAgainExactlyAtTheEndOfTheWindow() {
        var limit = limit("1/PT1M");
        use(limit, "a", 1);

        clock.advance(Duration.ofMinutes(1).minusMillis(1));
        assertThat(refusal(limit).headers()).containsEntry("Retry-After", "1");

        clock.advance(Duration.ofMillis(1));
        assertThatCode(() -> limit.count("a", NO_ACCOUNT)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({"PT0S, 60", "PT0.001S, 60", "PT1S, 59", "PT59S, 1", "PT59.999S, 1"})
    void saysInWholeSecondsWhenToComeBack(Duration passed, String seconds) {
        var limit = limit("1/PT1M");
        use(limit, "a", 1);

        clock.advance(passed);

        assertThat(refusal(limit).headers()).containsEntry("Retry-After", seconds);
        assertThat(refusal(limit).status()).isEqualTo(429);
    }

    @Test
    void isNotProlongedByRefusedRequests() {
        var limit = limit("1/PT1M");
        use(limit, "a", 1);
        clock.advance(Duration.ofSeconds(30));
        refusal(limit);

        clock.advance(Duration.ofSeconds(30));

        assertThatCode(() -> limit.count("a", NO_ACCOUNT)).doesNotThrowAnyException();
    }

    @Test
    void countsNothingWhenItIsOff() {
        assertThatCode(() -> use(limit("off"), "a", 5_000)).doesNotThrowAnyException();
    }

    @Test
    void isTwoThousandInFiveMinutesUnlessToldOtherwise() {
        var shipped = new RateLimitSettings(SettingsMother.shipped());

        assertThat(shipped.client().isOff()).isFalse();
        assertThat(shipped.client().max()).isEqualTo(2_000);
        assertThat(shipped.client().window()).isEqualTo(Duration.ofMinutes(5));
        assertThat(shipped.account())
                .isEqualTo(
                        new Allowance(
                                "sociallink.rate-limit.account", 10_000, Duration.ofMinutes(5)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2000",
                "PT5M",
                "/PT5M",
                "0/PT5M",
                "-1/PT5M",
                "2000/",
                "2000/5m",
                "2000/PT0S",
                "2000/PT5M/x",
                "1e3/PT5M",
                "OFF"
            })
    void namesALimitThatIsNotOne(String text) {
        assertThatThrownBy(() -> limit(text))
                .isInstanceOf(InvalidSetting.class)
                .hasMessage(
                        "The setting sociallink.rate-limit must look like 2000/PT5M, or be off.");
    }

    private RateLimit limit(String client) {
        return limit(client, "off");
    }

    private RateLimit limit(String client, String account) {
        var settings =
                SettingsMother.with(
                        Map.of(
                                "sociallink.rate-limit",
                                client,
                                "sociallink.rate-limit.account",
                                account));
        return new RateLimit(new RateLimitSettings(settings), clock);
    }

    private static void use(RateLimit limit, String client, int requests) {
        IntStream.range(0, requests).forEach(i -> limit.count(client, NO_ACCOUNT));
    }

    private static RateLimited refusal(RateLimit limit) {
        return catchThrowableOfType(RateLimited.class, () -> limit.count("a", NO_ACCOUNT));
    }
}
