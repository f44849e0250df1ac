package com.xpkit.sociallink.platform.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InstantAsMicrosTest {

    private final InstantAsMicros converter = new InstantAsMicros();

    @Test
    void countsMicrosecondsSince1970() {
        var instant = Instant.parse("2026-01-02T03:04:05.678901Z");

        assertThat(converter.convertToDatabaseColumn(instant)).isEqualTo(1_767_323_045_678_901L);
        assertThat(converter.convertToEntityAttribute(1_767_323_045_678_901L)).isEqualTo(instant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1970-01-01T00:00:00Z",
                "1969-12-31T23:59:59.999999Z",
                "0001-01-01T00:00:00Z",
                "2262-04-12T00:00:00Z",
                "9999-12-31T23:59:59.999999Z"
            })
    void givesBackWhatItTook(String text) {
        var micros = converter.convertToDatabaseColumn(Instant.parse(text));

        assertThat(converter.convertToEntityAttribute(micros)).isEqualTo(Instant.parse(text));
    }

    @Test
    void cutsNanoseconds() {
        assertThat(converter.convertToDatabaseColumn(Instant.ofEpochSecond(0, 1_999))).isEqualTo(1);
    }

    @Test
    void keepsNull() {
        assertThat(converter.convertToDatabaseColumn(null)).isNull();
        assertThat(converter.convertToEntityAttribute(null)).isNull();
    }
}
