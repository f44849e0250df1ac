package com.xpkit.sociallink.job;

import com.xpkit.sociallink.platform.upkeep.Chore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;

/** Removes jobs seven days after they were finished. */
@ApplicationScoped
public class JobExpiry implements Chore {

    private static final Duration KEPT = Duration.ofDays(7);
    private static final int AT_ONCE = 50;

    @Inject Jobs jobs;

    @Inject Clock clock;

    @Override
    public String name() {
        return "job-expiry";
    }

    @Override
    public Duration first() {
        return Duration.ofMinutes(5);
    }

    @Override
    public Duration every() {
        return Duration.ofHours(1);
    }

    @Override
    public boolean onOneNode() {
        return true;
    }

    @Override
    public void run() {
        var then = clock.instant().minus(KEPT);
        while (jobs.removeFinishedBefore(then, AT_ONCE) == AT_ONCE) {
            // small transactions, until one finds fewer jobs
        }
    }
}
