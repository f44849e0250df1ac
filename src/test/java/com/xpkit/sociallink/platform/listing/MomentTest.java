package com.xpkit.sociallink.platform.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MomentTest {

    @ParameterizedTest
    @CsvSource({
        "2026-01-02T03:04:05Z, 2026-01-02T03:04:05Z",
        "2026-01-02t03:04:05z, 2026-01-02T03:04:05Z",
        "2026-01-02T03:04Z, 2026-01-02T03:04:00Z",
        "2026-01-02T03:04:05.5Z, 2026-01-02T03:04:05.5Z",
        "2026-01-02T03:04:05.123456789-05:30, 2026-01-02T08:34:05.123456789Z",
        "2026-01-02T03:04:05+08:00, 2026-01-01T19:04:05Z",
        "2026-01-02T03:04:05+0800, 2026-01-01T19:04:05Z",
        "2026-01-02T03:04:05+08, 2026-01-01T19:04:05Z",
        "2026-01-02T03:04-0530, 2026-01-02T08:34:00Z",
        "2026-01-02T03:04:05.25-08, 2026-01-02T11:04:05.25Z",
        "2026-01-02T03:04:05-00:00, 2026-01-02T03:04:05Z",
        "-0044-03-15T12:00:00Z, -0044-03-15T12:00:00Z"
    })
    void isATimeWithItsOffset(String text, Instant moment) {
        assertThat(Moment.written(text)).contains(moment);
        assertThat(Moment.asked(text)).contains(moment);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-02T03:04:05 08:00, 2026-01-01T19:04:05Z",
        "2026-01-02T03:04:05.5 0800, 2026-01-01T19:04:05.5Z",
        "2026-01-02T03:04 08, 2026-01-01T19:04:00Z",
        "2026-01-02, 2026-01-02T00:00:00Z",
        "0001-01-01, 0001-01-01T00:00:00Z"
    })
    void isAskedForByADateOrWithABlankForThePlusAsWell(String text, Instant moment) {
        assertThat(Moment.asked(text)).contains(moment);
        assertThat(Moment.written(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "now",
                "2026",
                "2026-01",
                "2026-1-2",
                "2026-02-30",
                "20260102",
                "20260102T030405Z",
                "+2026-01-02",
                " 2026-01-02",
                "2026-01-02 ",
                "２０２６-01-02",
                "2026-01-02T03:04:05",
                "2026-01-02 03:04:05Z",
                "2026-01-02 08:00",
                "2026-01-02T03Z",
                "2026-01-02T24:00:00Z",
                "2026-01-02T03:04:60Z",
                "2026-01-02T03:60:05Z",
                "2026-01-02T03:04:05,5Z",
                "2026-01-02T03:04:05.1234567890Z",
                "2026-01-02T03:04:05Z+08:00",
                "2026-01-02T03:04:05+8",
                "2026-01-02T03:04:05+19:00",
                "2026-01-02T03:04:05  08:00",
                "2026-01-02T03:04:05 Z",
                "2026-01-02T03:04:05+08:00[Asia/Shanghai]",
                "+10000-01-01T00:00:00Z",
                "a sentence, That has a T in it"
            })
    void isNothingElse(String text) {
        assertThat(Moment.asked(text)).isEmpty();
        assertThat(Moment.written(text)).isEmpty();
    }

    @Test
    void isExplainedByExamplesThatAreAccepted() {
        assertThat(Moment.TAKEN.split("such as |, or| or "))
                .filteredOn(part -> part.startsWith("2026"))
                .hasSize(3)
                .allMatch(example -> Moment.asked(example).isPresent());
    }

    /** As long as an address may be with the header buffer of the shipped pre-boot file: it took minutes. */
    @ParameterizedTest
    @ValueSource(strings = {"x", "::", ":00", "1:00.1", "2026-01-02T03:04:05 "})
    void tellsALongTextFromAMomentAtOnce(String part) {
        var text = part.repeat(128_000 / part.length());

        assertTimeoutPreemptively(
                Duration.ofSeconds(1), () -> assertThat(Moment.asked(text)).isEmpty());
    }
}
