package com.xpkit.sociallink.kernel.work;

import jakarta.json.JsonObject;
import java.util.Set;

/**
 * A kind of work, in steps that succeed or fail independently. A feature implements it as a CDI bean, and {@code job}
 * finds the bean by its kind.
 */
public interface Work {

    /** Stored with each task, so it must never change: {@code profile.merge}. At most 64 characters. */
    String kind();

    /** The XPKit service that the work belongs to, as a job shows it: {@code profiles}. */
    String service();

    /** How many steps the input needs; at least one, and always the same for the same input. */
    int steps(JsonObject input);

    /** Whether it may have several steps: then its jobs always show them as a list, even a single one. */
    default boolean isBulk() {
        return false;
    }

    /** The members of a successful step's result: lists of jobs filter by them. */
    Set<String> outcome();

    /**
     * Runs one step in the caller's transaction, which also records that it is done: a step is done once, whatever the
     * number of nodes and restarts.
     *
     * <p>It runs outside any request, as the task's actor.
     *
     * @param step from 0
     * @return what the job shows of the step: ids, no personal data, since it outlives the request
     * @throws RuntimeException a refusal fails only this step; a database error is tried again
     */
    StepDone run(Task task, int step);
}
