package com.xpkit.sociallink.job;

import com.xpkit.sociallink.kernel.Actor;
import com.xpkit.sociallink.kernel.work.Task;
import com.xpkit.sociallink.kernel.work.Work;
import com.xpkit.sociallink.platform.json.SharedJson;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A node's turn at a job.
 *
 * @param lease when other nodes may take the job over
 * @param next the place of the first step that is not done
 * @param runs the number of successive turns that began at that step
 * @param isBulk whether the job shows its steps as a list
 */
record JobLease(
        UUID job,
        UUID account,
        Work work,
        Task task,
        Instant lease,
        int next,
        int steps,
        int runs,
        boolean isBulk) {

    static JobLease of(Job job, Work work, JobInput input, Instant lease, int next) {
        return new JobLease(
                job.id(),
                job.account(),
                work,
                task(job, input),
                lease,
                next,
                job.steps(),
                job.runs(),
                job.isBulk());
    }

    private static Task task(Job job, JobInput input) {
        return new Task(
                job.account(),
                Actor.of(SharedJson.object(input.actor())),
                SharedJson.object(input.task()),
                Optional.empty());
    }

    /** Whether the step has broken off too often. Its node may have died each time. */
    boolean isStuckAt(int place) {
        return place == next && runs > Job.MAX_RUNS;
    }

    /** The input is personal data. */
    @Override
    public String toString() {
        return "Turn of " + job;
    }
}
