package com.xpkit.sociallink.link;

import static org.assertj.core.api.Assertions.assertThat;

import com.xpkit.sociallink.MovableClock;
import com.xpkit.sociallink.link.flow.FlowMother;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutcomeExpiryTest {

    private final List<Instant> forgotten = new ArrayList<>();
    private int batches = 1;
    private final OutcomeExpiry expiry = new OutcomeExpiry();

    {
        expiry.clock = new MovableClock();
        expiry.outcomes =
                new LinkOutcomes() {
                    @Override
                    public boolean forgetBefore(Instant then) {
                        forgotten.add(then);
                        return forgotten.size() >= batches;
                    }
                };
        expiry.settings = FlowMother.settings();
    }

    @Test
    void forgetsWhatHasLapsedByNow() {
        expiry.run();

        assertThat(forgotten)
                .containsExactly(MovableClock.START.minus(FlowMother.settings().lifetime()));
    }

    @Test
    void continuesUntilNothingIsLeft() {
        batches = 3;

        expiry.run();

        assertThat(forgotten).hasSize(3).containsOnly(forgotten.get(0));
    }

    @Test
    void comesOnceAMinute() {
        assertThat(expiry.first()).isEqualTo(Duration.ofMinutes(1));
        assertThat(expiry.every()).isEqualTo(Duration.ofMinutes(1));
    }
}
