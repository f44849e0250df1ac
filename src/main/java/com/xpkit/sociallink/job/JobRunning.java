package com.xpkit.sociallink.job;

import static java.lang.System.Logger.Level.INFO;
import static java.lang.System.Logger.Level.WARNING;

import com.xpkit.sociallink.platform.metrics.Metrics;
import com.xpkit.sociallink.platform.storage.FailureLog;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Runs jobs, step after step. A turn ends well before its lease, and a job that is not finished goes after those that wait.
 * So no lease is ever renewed, and a long job does not keep short ones waiting.
 */
@ApplicationScoped
public class JobRunning implements JobWorker {

    private static final System.Logger LOG = System.getLogger(JobRunning.class.getName());
    private static final Duration TURN = Duration.ofSeconds(10);

    @Inject JobClaiming claiming;

    @Inject StepRunning steps;

    @Inject Clock clock;

    @Inject Metrics metrics;

    private volatile boolean isStopping;

    /** The server stops. Another node does the next step, or this one after its next start. */
    void stop() {
        isStopping = true;
    }

    @Override
    public List<Waiting> due(Set<UUID> full, int accounts, int jobs) {
        return isStopping ? List.of() : claiming.due(full, accounts, jobs);
    }

    @Override
    public boolean take(UUID job) {
        var turn = claiming.claim(job);
        turn.ifPresent(this::run);
        return turn.isPresent();
    }

    private void run(JobLease turn) {
        var end = clock.instant().plus(TURN);
        try {
            var place = turn.next();
            var task = turn.task();
            while (place < turn.steps() && !isOver(end)) {
                steps.run(turn, task, place);
                place++;
            }
            end(turn, place);
        } catch (RuntimeException failed) {
            postpone(turn, failed);
        }
    }

    private boolean isOver(Instant end) {
        return isStopping || !clock.instant().isBefore(end);
    }

    private void end(JobLease turn, int place) {
        if (place < turn.steps()) {
            claiming.giveBack(turn);
        } else {
            claiming.finish(turn).ifPresent(JobRunning::logFinished);
        }
    }

    /** Does nothing if another node has the job by now, or if it was deleted with its account. */
    private void postpone(JobLease turn, RuntimeException failed) {
        metrics.jobs().brokeOff();
        try {
            claiming.postpone(turn).ifPresent(job -> logFailure(job, failed));
        } catch (RuntimeException databaseAway) {
            LOG.log(WARNING, "waits for the end of its lease job={0}", turn.job());
        }
    }

    private static void logFailure(Job job, RuntimeException failed) {
        var text = "broke off job=" + job.id() + " account=" + job.account();
        FailureLog.trace(LOG, WARNING, text, failed);
    }

    private static void logFinished(Job job) {
        LOG.log(
                INFO,
                "finished job={0} account={1} kind={2} status={3} succeeded={4} failed={5}"
                        + " duration={6}ms",
                job.id(),
                job.account(),
                job.kind(),
                job.status(),
                Integer.toString(job.succeeded()),
                Integer.toString(job.failed()),
                Long.toString(Duration.between(job.created(), job.lastModified()).toMillis()));
    }
}
