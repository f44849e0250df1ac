package com.xpkit.sociallink.job;

import static java.lang.System.Logger.Level.WARNING;
import static java.util.stream.Collectors.toUnmodifiableSet;

import com.xpkit.sociallink.platform.storage.ConstraintViolations;
import com.xpkit.sociallink.platform.storage.FailureLog;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/**
 * The threads of one worker on this node. A full pool leaves the rest to the next look and to other nodes. One account has at
 * most half of the threads; otherwise its slow jobs would delay all others.
 */
final class WorkerPool implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(WorkerPool.class.getName());

    private final JobWorker worker;
    private final int width;
    private final int share;
    private final ExecutorService executor;
    private final Runnable lookAgain;

    /** The jobs in progress, each with its account. */
    private final Map<UUID, UUID> inside = new ConcurrentHashMap<>();

    /**
     * @param width how many jobs run at the same time
     * @param lookAgain called after each job, because more may be due
     */
    WorkerPool(JobWorker worker, int width, ThreadFactory threads, Runnable lookAgain) {
        this.worker = worker;
        this.width = width;
        share = Math.max(1, width / 2);
        this.lookAgain = lookAgain;
        executor = Executors.newFixedThreadPool(width, threads);
    }

    /** Only one thread looks at a time, because a job remains due until its own thread has claimed it. */
    synchronized void fill() {
        if (!isFull()) {
            enterInTurn(worker.due(full(), width, share));
        }
    }

    private boolean isFull() {
        return inside.size() >= width;
    }

    private Set<UUID> full() {
        return inside.values().stream().filter(this::isFull).collect(toUnmodifiableSet());
    }

    private boolean isFull(UUID account) {
        return inside.values().stream().filter(account::equals).count() >= share;
    }

    /** Takes one job of each account, then a second one of each, and so on. */
    private void enterInTurn(List<Waiting> all) {
        for (int round = 0; round < share; round++) {
            for (var waiting : all) {
                waiting.jobs().stream()
                        .filter(job -> !inside.containsKey(job))
                        .findFirst()
                        .filter(job -> !isFull() && !isFull(waiting.account()))
                        .ifPresent(job -> enter(job, waiting.account()));
            }
        }
    }

    private void enter(UUID job, UUID account) {
        inside.put(job, account);
        try {
            executor.execute(() -> pass(job));
        } catch (RejectedExecutionException closed) {
            inside.remove(job);
        }
    }

    private void pass(UUID job) {
        var wasDone = false;
        try {
            wasDone = worker.take(job);
        } catch (RuntimeException failed) {
            log(job, failed);
        } finally {
            inside.remove(job);
        }
        if (wasDone) {
            lookAgain.run();
        }
    }

    /** The job becomes due again by itself. A conflict is normal: another node was faster. */
    private static void log(UUID job, RuntimeException failed) {
        if (!ConstraintViolations.isConflict(failed)) {
            FailureLog.line(LOG, WARNING, "The job " + job + " waits", failed);
        }
    }

    /** Takes no more jobs, and waits up to 15 seconds for those in progress. */
    @Override
    public void close() {
        executor.shutdown();
        try {
            executor.awaitTermination(15, TimeUnit.SECONDS);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }
}
