package com.xpkit.sociallink.link;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Runs work later without keeping a request's thread until then. */
@ApplicationScoped
public class LinkTimer {

    /** Enough, since each piece of work runs only a statement or two. */
    private static final int THREADS = 4;

    /** For a separate pool, because a server's scheduler may have a single thread, which others need. */
    @Resource ManagedThreadFactory threads;

    private ScheduledThreadPoolExecutor executor;

    /** Makes the container create this bean at the start: its threads get the application's context, not a visitor's. */
    void start(@Observes @Initialized(ApplicationScoped.class) Object application) {}

    @PostConstruct
    void open() {
        executor = new ScheduledThreadPoolExecutor(THREADS, threads);
    }

    @PreDestroy
    void close() {
        executor.shutdownNow();
    }

    /**
     * @throws RejectedExecutionException if the service is stopping
     */
    void in(Duration delay, Runnable work) {
        executor.schedule(work, delay.toMillis(), TimeUnit.MILLISECONDS);
    }
}
