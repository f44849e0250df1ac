package com.xpkit.sociallink.link;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Does later what must hold no request's thread meanwhile. */
@ApplicationScoped
public class LinkTimer {

    /** Each piece of work is a statement or two. */
    private static final int THREADS = 4;

    /** A pool of our own: a server's scheduler may have a single thread, which others need. */
    @Resource ManagedThreadFactory threads;

    private ScheduledThreadPoolExecutor executor;

    /** Made here, so that its threads have the application's context and not a visitor's. */
    void start(@Observes @Initialized(ApplicationScoped.class) Object application) {}

    @PostConstruct
    void open() {
        executor = new ScheduledThreadPoolExecutor(THREADS, threads);
        // nearly all work is cancelled, since WeChat answers before it is due
        executor.setRemoveOnCancelPolicy(true);
    }

    @PreDestroy
    void close() {
        executor.shutdownNow();
    }

    /**
     * @throws RejectedExecutionException when the service is stopping
     */
    Future<?> in(Duration delay, Runnable work) {
        return executor.schedule(work, delay.toMillis(), TimeUnit.MILLISECONDS);
    }
}
