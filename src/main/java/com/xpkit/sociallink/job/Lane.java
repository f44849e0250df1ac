package com.xpkit.sociallink.job;

import static java.lang.System.Logger.Level.WARNING;

import com.xpkit.sociallink.storage.ConstraintViolations;
import com.xpkit.sociallink.storage.FailureLog;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/** One duty's threads on this node; a lane that is full leaves the rest to the next look, and to other nodes. */
final class Lane {

    private static final System.Logger LOG = System.getLogger(Lane.class.getName());

    private final Duty duty;
    private final int width;
    private final ExecutorService executor;
    private final Runnable lookAgain;
    private final Set<UUID> inside = ConcurrentHashMap.newKeySet();

    /**
     * @param width how many jobs it takes side by side
     * @param lookAgain called after each job, when more may be due
     */
    Lane(Duty duty, int width, ThreadFactory threads, Runnable lookAgain) {
        this.duty = duty;
        this.width = width;
        this.lookAgain = lookAgain;
        executor = Executors.newFixedThreadPool(width, threads);
    }

    /** Only one looks at a time: what is due stays so until its thread has claimed it. */
    synchronized void fill() {
        var most = width - inside.size();
        if (most > 0) {
            duty.due(most).stream().filter(inside::add).forEach(this::enter);
        }
    }

    private void enter(UUID job) {
        try {
            executor.execute(() -> pass(job));
        } catch (RejectedExecutionException closed) {
            inside.remove(job);
        }
    }

    private void pass(UUID job) {
        var wasDone = false;
        try {
            wasDone = duty.take(job);
        } catch (RuntimeException failed) {
            tell(job, failed);
        } finally {
            inside.remove(job);
        }
        if (wasDone) {
            lookAgain.run();
        }
    }

    /** The job is due again by itself; that another node was faster is the usual course. */
    private static void tell(UUID job, RuntimeException failed) {
        if (!ConstraintViolations.isConflict(failed)) {
            FailureLog.line(LOG, WARNING, "The job " + job + " waits", failed);
        }
    }

    /** Takes nothing more, and waits a little for what goes on. */
    void close() {
        executor.shutdown();
        try {
            executor.awaitTermination(15, TimeUnit.SECONDS);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }
}
