package com.xpkit.sociallink.platform.upkeep;

import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;

/** The rounds of one chore. A node never runs two of them at once. */
final class ChoreRounds {

    private final Runnable round;
    private final Executor executor;
    private final AtomicBoolean isRunning = new AtomicBoolean();

    /**
     * @param executor runs the rounds
     */
    ChoreRounds(Runnable round, Executor executor) {
        this.round = round;
        this.executor = executor;
    }

    /** Starts a round without waiting for it. Does nothing while the previous round is still running. */
    void begin() {
        if (isRunning.compareAndSet(false, true)) {
            try {
                executor.execute(this::run);
            } catch (RejectedExecutionException stopping) {
                isRunning.set(false);
            }
        }
    }

    private void run() {
        try {
            round.run();
        } finally {
            isRunning.set(false);
        }
    }
}
