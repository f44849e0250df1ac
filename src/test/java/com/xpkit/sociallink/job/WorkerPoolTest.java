package com.xpkit.sociallink.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WorkerPoolTest {

    private static final UUID ONE = UUID.randomUUID();
    private static final UUID TWO = UUID.randomUUID();

    private final Map<UUID, List<UUID>> waiting = new LinkedHashMap<>();
    private final Set<UUID> taken = ConcurrentHashMap.newKeySet();
    private final Semaphore looks = new Semaphore(0);
    private final CountDownLatch end = new CountDownLatch(1);
    private final WorkerPool lane = new WorkerPool(new Waits(), 2, Thread::new, looks::release);

    @AfterEach
    void close() {
        end.countDown();
        lane.close();
    }

    @Test
    void takesNoMoreThanItHasRoomFor() throws Exception {
        var one = waits(ONE, 1).get(0);
        var two = waits(TWO, 1).get(0);
        waits(UUID.randomUUID(), 1);

        lane.fill();
        lane.fill();
        end.countDown();

        assertThat(looks.tryAcquire(2, 10, TimeUnit.SECONDS)).isTrue();
        assertThat(taken).containsExactlyInAnyOrder(one, two);
    }

    @Test
    void takesAJobOnceAlthoughItIsStillDue() throws Exception {
        waits(ONE, 1);

        lane.fill();
        lane.fill();
        end.countDown();

        assertThat(looks.tryAcquire(10, TimeUnit.SECONDS)).isTrue();
        assertThat(looks.availablePermits()).isZero();
    }

    @Test
    void givesAnAccountHalfOfItsThreadsAndNoMore() throws Exception {
        var greedy = waits(ONE, 3).get(0);
        lane.fill();
        lane.fill();

        var other = waits(TWO, 1).get(0);
        lane.fill();
        end.countDown();

        assertThat(looks.tryAcquire(2, 10, TimeUnit.SECONDS)).isTrue();
        assertThat(taken).containsExactlyInAnyOrder(greedy, other);
    }

    @Test
    void takesOneJobOfEachAccountBeforeTheSecondOfAny() throws Exception {
        try (var wide = new WorkerPool(new Waits(), 4, Thread::new, looks::release)) {
            var greedy = waits(ONE, 5);
            var other = waits(TWO, 1).get(0);

            wide.fill();
            end.countDown();

            assertThat(looks.tryAcquire(3, 10, TimeUnit.SECONDS)).isTrue();
            assertThat(taken).containsExactlyInAnyOrder(greedy.get(0), greedy.get(1), other);
        }
    }

    @Test
    void givesTheAccountsShareAwayAgainOnceItsJobIsDone() throws Exception {
        end.countDown();
        waits(ONE, 1);
        lane.fill();
        assertThat(looks.tryAcquire(10, TimeUnit.SECONDS)).isTrue();

        waiting.clear();
        waits(ONE, 1);
        lane.fill();

        assertThat(looks.tryAcquire(10, TimeUnit.SECONDS)).isTrue();
        assertThat(taken).hasSize(2);
    }

    private List<UUID> waits(UUID account, int jobs) {
        var all = Stream.generate(UUID::randomUUID).limit(jobs).toList();
        waiting.put(account, all);
        return all;
    }

    /** Waits with each job until the test says so. */
    private final class Waits implements JobWorker {

        @Override
        public List<Waiting> due(Set<UUID> full, int accounts, int jobs) {
            return waiting.entrySet().stream()
                    .filter(each -> !full.contains(each.getKey()))
                    .limit(accounts)
                    .map(each -> new Waiting(each.getKey(), first(each.getValue(), jobs)))
                    .toList();
        }

        private static List<UUID> first(List<UUID> jobs, int most) {
            return jobs.stream().limit(most).toList();
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
