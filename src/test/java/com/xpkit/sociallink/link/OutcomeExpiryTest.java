package com.xpkit.sociallink.link;

import static org.assertj.core.api.Assertions.assertThat;

import com.xpkit.sociallink.MovableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutcomeExpiryTest {

    private final List<Instant> forgotten = new ArrayList<>();
    private final OutcomeExpiry expiry = new OutcomeExpiry();

    {
        expiry.clock = new MovableClock();
        expiry.outcomes =
                new LinkOutcomes() {
                    @Override
                    public int forgetExpired(Instant now) {
                        forgotten.add(now);
                        return 0;
                    }
                };
    }

    @Test
    void forgetsWhatHasLapsedByNow() {
        expiry.run();

        assertThat(forgotten).containsExactly(MovableClock.START);
    }

    @Test
    void comesOnceAMinute() {
        assertThat(expiry.first()).isEqualTo(Duration.ofMinutes(1));
        assertThat(expiry.every()).isEqualTo(Duration.ofMinutes(1));
    }
}
