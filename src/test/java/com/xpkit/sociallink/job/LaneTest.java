package com.xpkit.sociallink.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LaneTest {

    private final List<UUID> waiting = new ArrayList<>();
    private final Set<UUID> taken = ConcurrentHashMap.newKeySet();
    private final Semaphore looks = new Semaphore(0);
    private final CountDownLatch end = new CountDownLatch(1);
    private final Lane lane = new Lane(new Waiting(), 2, Thread::new, looks::release);

    @AfterEach
    void close() {
        end.countDown();
        lane.close();
    }

    @Test
    void takesNoMoreThanItHasRoomFor() throws Exception {
        waiting.addAll(List.of(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID()));

        lane.fill();
        lane.fill();
        end.countDown();

        assertThat(looks.tryAcquire(2, 10, TimeUnit.SECONDS)).isTrue();
        assertThat(taken).containsExactlyInAnyOrderElementsOf(waiting.subList(0, 2));
    }

    @Test
    void takesAJobOnceAlthoughItIsStillDue() throws Exception {
        waiting.add(UUID.randomUUID());

        lane.fill();
        lane.fill();
        end.countDown();

        assertThat(looks.tryAcquire(10, TimeUnit.SECONDS)).isTrue();
        assertThat(looks.availablePermits()).isZero();
    }

    /** Waits with each job until the test says so. */
    private final class Waiting implements Duty {

        @Override
        public List<UUID> due(int most) {
            return waiting.stream().limit(most).toList();
        }

        @Override
        public boolean take(UUID job) {
            taken.add(job);
            try {
                return end.await(10, TimeUnit.SECONDS);
            } catch (InterruptedException hurried) {
                throw new IllegalStateException(hurried);
            }
        }
    }
}
