package com.xpkit.sociallink.link;

import com.xpkit.sociallink.platform.storage.FailureLog;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Empties the outcomes of lapsed flows; on several nodes each does, which harms nobody. */
@ApplicationScoped
public class OutcomeExpiry {

    private static final System.Logger LOG = System.getLogger(OutcomeExpiry.class.getName());

    @Inject LinkOutcomes outcomes;

    @Inject Clock clock;

    @Resource ManagedScheduledExecutorService scheduler;

    private Future<?> runs;

    void start(@Observes @Initialized(ApplicationScoped.class) Object application) {
        runs = scheduler.scheduleWithFixedDelay(this::forget, 60, 60, TimeUnit.SECONDS);
    }

    @PreDestroy
    void stop() {
        if (runs != null) {
            runs.cancel(false);
        }
    }

    private void forget() {
        try {
            outcomes.forgetExpired(clock.instant());
        } catch (RuntimeException databaseAway) {
            FailureLog.line(
                    LOG, System.Logger.Level.WARNING, "Old outcomes stay for now", databaseAway);
        }
    }
}
