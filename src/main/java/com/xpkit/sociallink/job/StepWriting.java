package com.xpkit.sociallink.job;

import com.xpkit.sociallink.kernel.work.Task;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** The only transaction of a step: what it does and that it is done are written together or not. */
@ApplicationScoped
@Transactional
public class StepWriting {

    @Inject JobSteps steps;

    /**
     * The row goes first: a second node that does the same step waits behind it and has done nothing when
     * it is refused.
     */
    public void run(JobLease turn, Task task, int place) {
        var step = steps.add(new JobStep(turn.job(), place));
        var done = turn.work().run(task, place);
        step.succeed(done.outcome().toString(), done.subject());
        steps.index(turn.account(), step, JobView.values(turn.isBulk(), done.outcome()));
        steps.flush();
    }

    public void fail(JobLease turn, int place, JsonObject error) {
        var step = steps.add(new JobStep(turn.job(), place).fail(error.toString()));
        steps.index(turn.account(), step, JobView.values(turn.isBulk(), error));
    }

    /** Whether somebody has done the step, or failed at it. */
    public boolean isDone(UUID job, int place) {
        return steps.isDone(job, place);
    }
}
