package com.xpkit.sociallink.kernel.work;

import jakarta.json.JsonObject;
import java.util.Set;

/**
 * A kind of work, in steps that succeed or fail each by itself. A feature makes it a CDI bean; {@code
 * job} finds it by its kind.
 */
public interface Work {

    /** Stored with each task, so it never changes: {@code profile.merge}. At most 64 characters. */
    String kind();

    /** The XPKit service that the work belongs to, as a job shows it: {@code profiles}. */
    String service();

    /** How many steps the input asks for; at least one, and always the same for the same input. */
    int steps(JsonObject input);

    /** Whether it may have several steps: its jobs show them as a list then, even when there is one. */
    default boolean isBulk() {
        return false;
    }

    /** The members of what its steps show when they succeed: lists of jobs filter by them. */
    Set<String> outcome();

    /**
     * Does one step in the caller's transaction, which also writes down that it is done: a step is done
     * once, on however many nodes and after however many restarts.
     *
     * <p>It runs outside of any request, as the task's actor.
     *
     * @param step from 0
     * @return what the job shows of the step; holds ids, no personal data, since it outlives the request
     * @throws RuntimeException a refusal fails this step alone; what the database refuses is tried again
     */
    StepDone run(Task task, int step);
}
