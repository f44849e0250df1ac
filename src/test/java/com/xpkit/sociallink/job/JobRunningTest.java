package com.xpkit.sociallink.job;

import static org.assertj.core.api.Assertions.assertThat;

import com.xpkit.sociallink.MovableClock;
import com.xpkit.sociallink.platform.error.Conflict;
import com.xpkit.sociallink.platform.metrics.Metrics;
import com.xpkit.sociallink.platform.metrics.MetricsText;
import com.xpkit.sociallink.platform.storage.TransactionsInMemory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JobRunningTest {

    private final MovableClock clock = new MovableClock();
    private final JobsInMemory jobs = new JobsInMemory();
    private final JobStepsInMemory steps = new JobStepsInMemory();
    private final JobMother.Counting work = new JobMother.Counting();
    private final List<Duration> pauses = new ArrayList<>();
    private final StepRunning stepRunning =
            new StepRunning() {
                @Override
                void pause(Duration length) {
                    pauses.add(length);
                }
            };
    private final JobRunning running = new JobRunning();
    private final Metrics metrics = new Metrics();

    @BeforeEach
    void wire() {
        var claiming = new JobClaiming();
        claiming.jobs = jobs;
        claiming.steps = steps;
        claiming.works = new JobMother.Known(work);
        claiming.order = AccountTurnsInMemory.order(jobs, new JobMother.Known(work), clock);
        claiming.clock = clock;
        running.claiming = claiming;
        running.steps = stepRunning;
        stepRunning.steps = steps;
        stepRunning.transactions = new RollingBack(steps);
        running.clock = clock;
        running.metrics = metrics;
    }

    private List<UUID> due() {
        return running.due(Set.of(), 9, 9).stream()
                .flatMap(waiting -> waiting.jobs().stream())
                .toList();
    }

    @Test
    void doesEachStepOnceAndInOrder() {
        var job = added(3);

        running.take(job.id());

        assertThat(work.begun()).isEqualTo(Map.of(0, 1, 1, 1, 2, 1));
        assertThat(steps.of(job.id()))
                .extracting(JobStep::outcome)
                .containsExactly("{\"counted\":0}", "{\"counted\":1}", "{\"counted\":2}");
        assertThat(job.status()).isEqualTo("Succeeded");
        assertThat(job.succeeded()).isEqualTo(3);
    }

    @Test
    void forgetsTheInputWithTheLastStep() {
        var job = added(1);

        running.take(job.id());

        assertThat(jobs.hasInput(job.id())).isFalse();
        assertThat(due()).isEmpty();
    }

    @Test
    void failsOnlyTheStepThatIsRefused() {
        work.at(1, refusing());
        var job = added(3);

        running.take(job.id());

        assertThat(steps.of(job.id()))
                .extracting(JobStep::isFailed)
                .containsExactly(false, true, false);
        assertThat(steps.of(job.id()).get(1).outcome())
                .isEqualTo(
                        "{\"error\":\"conflict\",\"description\":\"email stands in another profile.\","
                                + "\"extra_info\":{\"fields\":{\"email\":\"stands in another profile\"}}}");
        assertThat(job.status()).isEqualTo("Succeeded");
        assertThat(job.failed()).isEqualTo(1);
    }

    @Test
    void letsListsFindTheJobByWhatItsStepsShow() {
        work.inBulk().at(1, refusing());
        var job = added(2);

        running.take(job.id());

        var path = JobMother.ACCOUNT + " result.results.";
        assertThat(steps.membersOf(job.id(), 0)).containsExactly(path + "counted n1");
        assertThat(steps.membersOf(job.id(), 1))
                .containsExactly(
                        path + "error sconflict",
                        path + "description semail stands in another profile.",
                        path + "extra_info.fields.email sstands in another profile");
    }

    @Test
    void failsAJobOfWhichNoStepSucceeded() {
        work.at(0, refusing());
        var job = added(1);

        running.take(job.id());

        assertThat(job.status()).isEqualTo("Failed");
    }

    @Test
    void triesAStepAgainThatMeetsAnotherWriter() {
        work.at(0, failing(JobStepsInMemory.conflict(), 3));
        var job = added(1);

        running.take(job.id());

        assertThat(work.begun()).isEqualTo(Map.of(0, 4));
        assertThat(job.status()).isEqualTo("Succeeded");
        assertThat(pauses).isSorted().hasSize(3);
    }

    @Test
    void breaksOffAStepThatMeetsAnotherWriterEightTimes() {
        work.at(0, failing(JobStepsInMemory.conflict(), 99));
        var job = added(1);

        running.take(job.id());

        assertThat(work.begun()).isEqualTo(Map.of(0, 8));
        assertThat(pauses).isSorted().hasSize(7).startsWith(Duration.ofMillis(20));
        assertThat(job.isFinished()).isFalse();
        assertThat(steps.of(job.id())).isEmpty();
    }

    @Test
    void continuesAfterAStepThatAnotherNodeHasDone() {
        var job = added(3);
        work.at(
                0,
                () ->
                        steps.add(
                                new JobStep(job.id(), 1)
                                        .succeed("{}", java.util.Optional.empty())));

        running.take(job.id());

        assertThat(work.begun()).isEqualTo(Map.of(0, 1, 2, 1));
        assertThat(job.status()).isEqualTo("Succeeded");
    }

    @Test
    void leavesAloneAJobThatAnotherNodeHas() {
        var job = added(1);
        work.at(0, () -> assertThat(running.take(job.id())).isFalse());

        assertThat(running.take(job.id())).isTrue();

        assertThat(work.begun()).isEqualTo(Map.of(0, 1));
    }

    @Test
    void takesOverTheJobOfADeadNodeAfterItsLastStep() {
        var job = added(3);
        running.claiming.claim(job.id());
        steps.add(new JobStep(job.id(), 0).succeed("{}", java.util.Optional.empty()));

        clock.advance(JobClaiming.LEASE.minusMillis(1));
        assertThat(due()).isEmpty();
        clock.advance(Duration.ofMillis(1));

        assertThat(due()).containsExactly(job.id());
        running.take(job.id());
        assertThat(work.begun()).isEqualTo(Map.of(1, 1, 2, 1));
    }

    @Test
    void finishesNothingThatAnotherNodeHasTakenOver() {
        var job = added(1);
        work.at(
                0,
                () -> {
                    clock.advance(JobClaiming.LEASE);
                    running.claiming.claim(job.id());
                });

        running.take(job.id());

        assertThat(job.isFinished()).isFalse();
        assertThat(job.status()).isEqualTo("Running");
    }

    @Test
    void putsALongJobAfterTheOthersAfterItsTurn() {
        var job = added(3);
        work.at(1, () -> clock.advance(Duration.ofSeconds(11)));

        running.take(job.id());

        assertThat(work.begun()).isEqualTo(Map.of(0, 1, 1, 1));
        assertThat(due()).containsExactly(job.id());
        running.take(job.id());
        assertThat(job.status()).isEqualTo("Succeeded");
    }

    @Test
    void stopsBetweenTwoStepsWithItsServer() {
        var job = added(3);
        work.at(1, running::stop);

        running.take(job.id());

        assertThat(work.begun()).isEqualTo(Map.of(0, 1, 1, 1));
        assertThat(job.isDue(clock.instant())).isTrue();
        assertThat(due()).isEmpty();
    }

    @Test
    void triesLaterAndLaterWhatBreaksOff() {
        work.at(0, failing(new IllegalStateException("a bug"), 99));
        var job = added(2);

        running.take(job.id());
        assertThat(due()).isEmpty();
        clock.advance(Duration.ofSeconds(5));
        running.take(job.id());
        clock.advance(Duration.ofSeconds(19));
        assertThat(due()).isEmpty();
        clock.advance(Duration.ofSeconds(1));

        assertThat(due()).containsExactly(job.id());
        assertThat(job.isFinished()).isFalse();
    }

    @Test
    void failsAStepThatHasBrokenOffFiveTimes() {
        work.at(0, failing(new IllegalStateException("a bug"), 99));
        var job = added(2);

        for (int i = 0; i < 6; i++) {
            running.take(job.id());
            clock.advance(Duration.ofMinutes(6));
        }

        assertThat(work.begun()).isEqualTo(Map.of(0, 5, 1, 1));
        assertThat(steps.of(job.id()).get(0).outcome()).contains("server_error");
        assertThat(job.status()).isEqualTo("Succeeded");
    }

    @Test
    void countsTheTurnsThatBreakOff() {
        work.at(0, failing(new IllegalStateException("a bug"), 2));
        var job = added(2);

        for (int i = 0; i < 3; i++) {
            running.take(job.id());
            clock.advance(Duration.ofMinutes(6));
        }

        assertThat(job.status()).isEqualTo("Succeeded");
        assertThat(MetricsText.of(metrics).value("sociallink_jobs_broken_off_total")).isEqualTo(2);
    }

    @Test
    void failsAStepThatHasKilledItsNodeFiveTimes() {
        var job = added(1);

        for (int i = 0; i < 5; i++) {
            running.claiming.claim(job.id());
            clock.advance(JobClaiming.LEASE);
        }
        running.take(job.id());

        assertThat(work.begun()).isEmpty();
        assertThat(job.status()).isEqualTo("Failed");
    }

    private Job added(int count) {
        var job = JobMother.job(work, count);
        jobs.add(job, JobMother.task(count));
        return job;
    }

    private static Runnable refusing() {
        return () -> {
            throw new Conflict("email", "stands in another profile");
        };
    }

    private static Runnable failing(RuntimeException failure, int times) {
        var left = new int[] {times};
        return () -> {
            if (left[0]-- > 0) {
                throw failure;
            }
        };
    }

    /** What the database does when a transaction fails. */
    private static final class RollingBack extends TransactionsInMemory {

        private final JobStepsInMemory steps;

        RollingBack(JobStepsInMemory steps) {
            this.steps = steps;
        }

        @Override
        public <T> T run(Supplier<T> writing) {
            return steps.orRollBack(() -> super.run(writing));
        }
    }
}
