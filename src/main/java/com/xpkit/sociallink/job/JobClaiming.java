package com.xpkit.sociallink.job;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Claims jobs and gives them back, each in a short transaction. If two nodes claim a job at the same moment, the job's
 * version refuses the second. Any failure here is corrected when the lease ends.
 */
@ApplicationScoped
@Transactional
public class JobClaiming {

    /** How long a job waits for another node if its node dies. */
    static final Duration LEASE = Duration.ofSeconds(30);

    @Inject Jobs jobs;

    @Inject JobSteps steps;

    @Inject WorkKinds works;

    @Inject FairOrder order;

    @Inject Clock clock;

    /** The jobs that wait for a node to run them. */
    public List<Waiting> due(Set<UUID> full, int accounts, int max) {
        return order.due(Deed.RUN, full, accounts, max);
    }

    /** Empty if there is nothing left to do. */
    public Optional<JobLease> claim(UUID id) {
        var now = clock.instant();
        return jobs.find(id)
                .filter(job -> job.isDue(now) && !job.isFinished())
                .map(job -> begun(job, now));
    }

    private JobLease begun(Job job, Instant now) {
        var next = steps.count(job.id());
        job.begin(next, now);
        var lease = job.lease(now.plus(LEASE));
        jobs.flush();
        var turn = JobLease.of(job, works.of(job.kind()), jobs.input(job.id()), lease, next);
        order.take(job, Deed.RUN);
        return turn;
    }

    public void giveBack(JobLease turn) {
        ifHeld(turn, job -> job.giveBack(clock.instant()));
    }

    /** Returns the postponed job. Empty if another node has it by now, or if it is gone. */
    public Optional<Job> postpone(JobLease turn) {
        return ifHeld(turn, job -> job.postpone(clock.instant()));
    }

    /** Finishes a job of which all steps are done, and returns it. Empty if another node has it by now. */
    public Optional<Job> finish(JobLease turn) {
        return ifHeld(
                turn,
                job -> {
                    var failed = steps.countFailed(job.id());
                    job.finish(job.steps() - failed, failed, clock.instant());
                    jobs.removeInput(job.id());
                });
    }

    private Optional<Job> ifHeld(JobLease turn, Consumer<Job> change) {
        var held = jobs.lock(turn.job()).filter(job -> job.isHeldUntil(turn.lease()));
        held.ifPresent(change);
        return held;
    }
}
