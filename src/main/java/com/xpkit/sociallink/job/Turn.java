package com.xpkit.sociallink.job;

import com.xpkit.sociallink.api.SharedJson;
import com.xpkit.sociallink.work.Task;
import com.xpkit.sociallink.work.Work;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A node's turn at a job.
 *
 * @param lease when other nodes may take the job over
 * @param input JSON
 * @param next the first step that is not done
 * @param runs how many turns in a row began there
 * @param isBulk whether the job shows its steps as a list
 */
record Turn(
        UUID job,
        UUID account,
        String client,
        Work work,
        String input,
        Instant lease,
        int next,
        int steps,
        int runs,
        boolean isBulk) {

    static Turn of(Job job, Work work, String input, Instant lease, int next) {
        return new Turn(
                job.id(),
                job.account(),
                job.client(),
                work,
                input,
                lease,
                next,
                job.steps(),
                job.runs(),
                job.isBulk());
    }

    Task task() {
        return new Task(account, client, SharedJson.object(input), Optional.empty());
    }

    /** Whether the step has broken off too often, perhaps together with its node. */
    boolean isStuckAt(int place) {
        return place == next && runs > Job.MOST_RUNS;
    }

    /** The input is personal data. */
    @Override
    public String toString() {
        return "Turn of " + job;
    }
}
