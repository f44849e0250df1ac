package com.xpkit.sociallink.job;

import com.xpkit.sociallink.kernel.work.Task;
import com.xpkit.sociallink.platform.error.Refusal;
import com.xpkit.sociallink.platform.http.ErrorView;
import com.xpkit.sociallink.platform.storage.Attempts;
import com.xpkit.sociallink.platform.storage.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.UUID;

/** Runs a step. Its work and the row that records it are written together or not at all. */
@ApplicationScoped
public class StepRunning {

    private static final int TRIES = 8;

    @Inject JobSteps steps;

    @Inject Transactions transactions;

    /**
     * Tries the step again after a conflict with another writer, unless that writer has done the same step.
     *
     * @return whether this node has done the step or recorded its failure
     */
    public boolean run(JobLease turn, Task task, int place) {
        return Attempts.upTo(TRIES, attempt -> attempt(attempt, turn, task, place));
    }

    private boolean attempt(int number, JobLease turn, Task task, int place) {
        if (number > 1) {
            if (isDone(turn.job(), place)) {
                return false;
            }
            pause(Duration.ofMillis(10L << (number - 1)));
        }
        attempt(turn, task, place);
        return true;
    }

    private void attempt(JobLease turn, Task task, int place) {
        if (turn.isStuckAt(place)) {
            fail(turn, place, ErrorView.of(500));
            return;
        }
        try {
            succeed(turn, task, place);
        } catch (Refusal refused) {
            // the step's transaction is rolled back, so none of its work remains
            var error = ErrorView.of(refused.error(), refused.getMessage(), refused.fields());
            fail(turn, place, error);
        }
    }

    /**
     * The row is written first. A second node with the same step then waits until the first has ended, and has done no work if
     * it is refused.
     */
    private void succeed(JobLease turn, Task task, int place) {
        transactions.run(
                () -> {
                    var step = steps.add(new JobStep(turn.job(), place));
                    var done = turn.work().run(task, place);
                    step.succeed(done.outcome().toString(), done.subject());
                    steps.index(
                            turn.account(), step, JobView.values(turn.isBulk(), done.outcome()));
                    steps.flush();
                });
    }

    private void fail(JobLease turn, int place, JsonObject error) {
        transactions.run(
                () -> {
                    var step = steps.add(new JobStep(turn.job(), place).fail(error.toString()));
                    steps.index(turn.account(), step, JobView.values(turn.isBulk(), error));
                });
    }

    /** Whether a node has done the step or recorded its failure. */
    private boolean isDone(UUID job, int place) {
        return transactions.run(() -> steps.isDone(job, place));
    }

    /** No transaction is open during the pause. */
    void pause(Duration length) {
        try {
            Thread.sleep(length.toMillis());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopping);
        }
    }
}
