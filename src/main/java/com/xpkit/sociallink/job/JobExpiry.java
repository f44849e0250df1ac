package com.xpkit.sociallink.job;

import static java.lang.System.Logger.Level.WARNING;

import com.xpkit.sociallink.platform.storage.FailureLog;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Removes jobs seven days after they were finished; on several nodes each does, which harms nobody. */
@ApplicationScoped
public class JobExpiry {

    private static final System.Logger LOG = System.getLogger(JobExpiry.class.getName());
    private static final Duration KEPT = Duration.ofDays(7);
    private static final int AT_ONCE = 50;

    @Inject Jobs jobs;

    @Inject Clock clock;

    @Resource ManagedScheduledExecutorService scheduler;

    private Future<?> runs;

    void start(@Observes @Initialized(ApplicationScoped.class) Object application) {
        runs = scheduler.scheduleWithFixedDelay(this::clear, 5, 60, TimeUnit.MINUTES);
    }

    @PreDestroy
    void stop() {
        if (runs != null) {
            runs.cancel(false);
        }
    }

    void clear() {
        try {
            var then = clock.instant().minus(KEPT);
            while (jobs.removeFinishedBefore(then, AT_ONCE) == AT_ONCE) {
                // in small transactions, until one finds fewer
            }
        } catch (RuntimeException databaseAway) {
            FailureLog.line(LOG, WARNING, "Old jobs stay for now", databaseAway);
        }
    }
}
