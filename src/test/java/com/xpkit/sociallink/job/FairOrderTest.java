package com.xpkit.sociallink.job;

import static org.assertj.core.api.Assertions.assertThat;

import com.xpkit.sociallink.MovableClock;
import com.xpkit.sociallink.kernel.work.Task;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class FairOrderTest {

    private final MovableClock clock = new MovableClock();
    private final JobsInMemory jobs = new JobsInMemory();
    private final JobMother.Counting work = new JobMother.Counting();
    private final FairOrder order =
            AccountTurnsInMemory.order(jobs, new JobMother.Known(work), clock);
    private final UUID one = UUID.randomUUID();
    private final UUID two = UUID.randomUUID();
    private final UUID three = UUID.randomUUID();

    @Test
    void givesEachAccountItsTurnHoweverManyJobsOneOfThemHas() {
        var many = List.of(added(one), added(one), added(one), added(one));
        var few = List.of(added(two), added(two));
        var single = added(three);

        assertThat(taken(7))
                .containsExactly(
                        many.get(0),
                        few.get(0),
                        single,
                        many.get(1),
                        few.get(1),
                        many.get(2),
                        many.get(3));
    }

    @Test
    void anAccountThatComesLaterWaitsForNobodysBacklog() {
        added(one);
        added(one);
        added(one);
        taken(1);

        var late = added(two);

        assertThat(taken(1)).containsExactly(late);
    }

    @Test
    void knowsATurnAtJobsFromATurnAtWebhooks() {
        added(one);
        order.take(jobs.find(added(one)).orElseThrow(), Deed.CALL);
        added(two);

        assertThat(order.due(Deed.RUN, Set.of(), 1, 1))
                .extracting(Waiting::account)
                .containsExactly(one);
    }

    @Test
    void leavesOutAccountsThatHaveEnough() {
        added(one);
        added(two);

        assertThat(order.due(Deed.RUN, Set.of(one), 9, 9))
                .extracting(Waiting::account)
                .containsExactly(two);
    }

    @Test
    void namesACertainNumberOfJobsOfEachAccount() {
        var first = added(one);
        var second = added(one);
        added(one);

        assertThat(order.due(Deed.RUN, Set.of(), 9, 2))
                .containsExactly(new Waiting(one, List.of(first, second)));
        assertThat(order.due(Deed.CALL, Set.of(), 9, 2)).isEmpty();
    }

    /** The jobs in the order in which a node with one thread takes them. */
    private List<UUID> taken(int many) {
        var taken = new ArrayList<UUID>();
        for (int i = 0; i < many; i++) {
            clock.advance(Duration.ofMillis(1));
            var next = order.due(Deed.RUN, Set.of(), 1, 1).get(0).jobs().get(0);
            var job = jobs.find(next).orElseThrow();
            job.finish(1, 0, clock.instant());
            order.take(job, Deed.RUN);
            taken.add(next);
        }
        return taken;
    }

    private UUID added(UUID account) {
        var input = JobMother.input(1);
        var task = new Task(account, JobMother.ACTOR, input, Optional.empty());
        var job = new Job(work, task, 1, "One step.", clock.instant());
        jobs.add(job, task);
        return job.id();
    }
}
