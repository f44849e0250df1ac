package com.xpkit.sociallink.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeliveryTest {

    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "200, DELIVERED, PT0S",
        "299, DELIVERED, PT0S",
        "301, FAILED, PT1M",
        "404, FAILED, PT1M",
        "410, HOPELESS, PT0S",
        "429, FAILED, PT1M",
        "503, FAILED, PT1M"
    })
    void isWhatTheStatusSays(int status, Delivery.Fate fate, Duration pause) {
        var answer = new WebhookAnswer(status, Optional.of("60"));

        assertThat(Delivery.answered(answer, NOW))
                .isEqualTo(new Delivery(fate, "status " + status, pause));
    }
}
