package com.xpkit.sociallink.platform.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class StoredTest {

    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05.678901234Z");
    private static final Instant MILLIS = Instant.parse("2026-01-02T03:04:05.678Z");

    @Test
    void countsItsTimesInMilliseconds() {
        var thing = new Thing();

        assertThat(thing.created()).isEqualTo(MILLIS);
        assertThat(thing.lastModified()).isEqualTo(MILLIS);
    }

    @Test
    void takesTheTimeOfAChange() {
        var thing = new Thing();

        thing.touch(NOW.plusSeconds(1));

        assertThat(thing.lastModified()).isEqualTo(MILLIS.plusSeconds(1));
        assertThat(thing.created()).isEqualTo(MILLIS);
    }

    @Test
    void movesOnAlthoughTheClockDoesNot() {
        var thing = new Thing();

        thing.touch(NOW);
        assertThat(thing.lastModified()).isEqualTo(MILLIS.plusMillis(1));

        thing.touch(NOW.minusSeconds(60));
        assertThat(thing.lastModified()).isEqualTo(MILLIS.plusMillis(2));
    }

    private static final class Thing extends Stored {

        private Thing() {
            super(UUID.randomUUID(), NOW);
        }
    }
}
