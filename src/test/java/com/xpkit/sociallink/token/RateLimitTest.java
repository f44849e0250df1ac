package com.xpkit.sociallink.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.xpkit.sociallink.MovableClock;
import com.xpkit.sociallink.settings.InvalidSetting;
import com.xpkit.sociallink.settings.SettingsMother;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RateLimitTest {

    private final MovableClock clock = new MovableClock();

    @Test
    void countsAsManyRequestsAsItIsToldTo() {
        var limit = limit("3/PT1M");

        use(limit, "a", 3);

        assertThatThrownBy(() -> limit.count("a")).isInstanceOf(RateLimit.RateLimited.class);
    }

    @Test
    void countsEachClientByItself() {
        var limit = limit("3/PT1M");
        use(limit, "a", 3);

        assertThatCode(() -> use(limit, "b", 3)).doesNotThrowAnyException();
    }

    @Test
    void beginsAnewExactlyAtTheEndOfTheWindow() {
        var limit = limit("1/PT1M");
        use(limit, "a", 1);

        clock.advance(Duration.ofMinutes(1).minusMillis(1));
        assertThat(refusal(limit).headers()).containsEntry("Retry-After", "1");

        clock.advance(Duration.ofMillis(1));
        assertThatCode(() -> limit.count("a")).doesNotThrowAnyException();
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

        assertThatCode(() -> limit.count("a")).doesNotThrowAnyException();
    }

    @Test
    void countsNothingWhenItIsOff() {
        assertThatCode(() -> use(limit("off"), "a", 5_000)).doesNotThrowAnyException();
    }

    @Test
    void isTwoThousandInFiveMinutesUnlessToldOtherwise() {
        var shipped = new RateLimitSettings(SettingsMother.shipped());

        assertThat(shipped.isOff()).isFalse();
        assertThat(shipped.requests()).isEqualTo(2_000);
        assertThat(shipped.window()).isEqualTo(Duration.ofMinutes(5));
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
    void namesALimitThatIsNone(String text) {
        assertThatThrownBy(() -> limit(text))
                .isInstanceOf(InvalidSetting.class)
                .hasMessage(
                        "The setting sociallink.rate-limit must look like 2000/PT5M, or be off.");
    }

    private RateLimit limit(String setting) {
        var limit = new RateLimit();
        limit.settings =
                new RateLimitSettings(SettingsMother.with("sociallink.rate-limit", setting));
        limit.clock = clock;
        return limit;
    }

    private static void use(RateLimit limit, String client, int requests) {
        IntStream.range(0, requests).forEach(i -> limit.count(client));
    }

    private static RateLimit.RateLimited refusal(RateLimit limit) {
        return catchThrowableOfType(RateLimit.RateLimited.class, () -> limit.count("a"));
    }
}
