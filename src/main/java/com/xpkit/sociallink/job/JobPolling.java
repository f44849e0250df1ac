package com.xpkit.sociallink.job;

import static java.lang.System.Logger.Level.WARNING;

import com.xpkit.sociallink.platform.metrics.Metrics;
import com.xpkit.sociallink.platform.storage.FailureLog;
import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** Looks for jobs that are due: every second, and at once after this node has added one or a worker is free again. */
@ApplicationScoped
public class JobPolling {

    private static final System.Logger LOG = System.getLogger(JobPolling.class.getName());

    /** Few threads, so that jobs do not slow down visitors. Webhooks have their own, so that slow ones do not delay jobs. */
    private static final int RUNNING = 2;

    private static final int CALLING = 4;

    @Inject JobRunning running;

    @Inject JobCalling calling;

    @Inject Metrics metrics;

    @Inject Clock clock;

    @Resource ManagedScheduledExecutorService scheduler;

    /** For separate pools, because a server's scheduler may have a single thread, which looks for jobs that are due. */
    @Resource ManagedThreadFactory threads;

    private final AtomicBoolean isLookPlanned = new AtomicBoolean();
    private volatile boolean isDatabaseAway;
    private List<WorkerPool> pools = List.of();
    private Future<?> looks;

    /** Runs after the migrations, which the application runs first at its start. */
    void start(
            @Observes
                    @Initialized(ApplicationScoped.class)
                    @Priority(Interceptor.Priority.APPLICATION + 1000)
                    Object application) {
        var runs = new MeteredWorker(running, metrics.jobs().running());
        var calls = new MeteredWorker(calling, metrics.jobs().calling());
        pools =
                List.of(
                        new WorkerPool(runs, RUNNING, threads, this::lookSoon),
                        new WorkerPool(calls, CALLING, threads, this::lookSoon));
        looks = scheduler.scheduleWithFixedDelay(this::look, 1, 1, TimeUnit.SECONDS);
    }

    void stop(@Observes @BeforeDestroyed(ApplicationScoped.class) Object application) {
        if (looks != null) {
            looks.cancel(false);
        }
        running.stop();
        pools.forEach(WorkerPool::close);
    }

    void begin(@Observes(during = TransactionPhase.AFTER_SUCCESS) JobAdded added) {
        lookSoon();
    }

    private void lookSoon() {
        if (isLookPlanned.compareAndSet(false, true)) {
            try {
                scheduler.execute(this::look);
            } catch (RejectedExecutionException stopping) {
                isLookPlanned.set(false);
            }
        }
    }

    private void look() {
        isLookPlanned.set(false);
        try {
            pools.forEach(WorkerPool::fill);
            metrics.jobs().databaseAnswered(clock.instant());
            isDatabaseAway = false;
        } catch (RuntimeException databaseAway) {
            if (!isDatabaseAway) {
                FailureLog.line(LOG, WARNING, "Jobs wait for the database", databaseAway);
            }
            isDatabaseAway = true;
        }
    }
}
