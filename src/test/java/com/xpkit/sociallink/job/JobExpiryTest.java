package com.xpkit.sociallink.job;

import static org.assertj.core.api.Assertions.assertThat;

import com.xpkit.sociallink.MovableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

class JobExpiryTest {

    private final Deque<Integer> left = new ArrayDeque<>();
    private final List<Instant> asked = new ArrayList<>();
    private final JobExpiry clearing = new JobExpiry();

    {
        clearing.clock = new MovableClock();
        clearing.jobs =
                new Jobs() {
                    @Override
                    public int removeFinishedBefore(Instant then, int most) {
                        asked.add(then);
                        return Math.min(most, left.remove());
                    }
                };
    }

    @Test
    void removesWhatWasFinishedSevenDaysAgo() {
        left.add(0);

        clearing.run();

        assertThat(asked).containsExactly(MovableClock.START.minus(Duration.ofDays(7)));
    }

    @Test
    void goesOnInSmallBatchesUntilOneIsNotFull() {
        left.addAll(List.of(1000, 1000, 7, 1000));

        clearing.run();

        assertThat(asked).hasSize(3);
    }

    @Test
    void comesFiveMinutesAfterTheStartAndThenEachHour() {
        assertThat(clearing.first()).isEqualTo(Duration.ofMinutes(5));
        assertThat(clearing.every()).isEqualTo(Duration.ofHours(1));
    }
}
