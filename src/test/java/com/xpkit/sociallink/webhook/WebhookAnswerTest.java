package com.xpkit.sociallink.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookAnswerTest {

    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "120 | PT2M",
                "0 | PT0S",
                "86400 | PT24H",
                "86401 | PT24H",
                "99999999999999999999999 | PT24H",
                "Mon, 23 Nov 2026 10:05:00 GMT | PT5M",
                "Monday, 23-Nov-26 10:05:00 GMT | PT5M",
                "Tue, 24 Nov 2099 10:00:00 GMT | PT24H",
                "Mon, 23 Nov 2026 09:00:00 GMT | PT0S"
            })
    void asksForAPauseOfADayAtMost(String header, Duration pause) {
        assertThat(new WebhookAnswer(503, Optional.of(header)).pause(NOW)).isEqualTo(pause);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-5", "+5", "1.5", "soon", "5 s", "٣", "2026-11-23T11:00:00Z"})
    void asksForNoneByWhatIsNeitherSecondsNorADate(String header) {
        assertThat(new WebhookAnswer(503, Optional.of(header)).pause(NOW)).isZero();
    }

    @Test
    void asksForNoneWithoutTheHeader() {
        assertThat(new WebhookAnswer(503, Optional.empty()).pause(NOW)).isZero();
    }
}
