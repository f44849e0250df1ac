package com.xpkit.sociallink.platform.upkeep;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Starts each chore in its period while the application runs. */
@ApplicationScoped
public class Upkeep {

    @Inject @Any Instance<Chore> chores;

    @Inject ChoreRunning running;

    /** Only starts chores, because it may have a single thread, which also looks for jobs. */
    @Resource ManagedScheduledExecutorService scheduler;

    @Resource ManagedExecutorService executor;

    private final List<Future<?>> plans = new ArrayList<>();

    /** Called once, after the migrations. */
    public void begin() {
        chores.forEach(this::plan);
    }

    void plan(Chore chore) {
        var rounds = new ChoreRounds(() -> running.run(chore), executor);
        plans.add(
                scheduler.scheduleWithFixedDelay(
                        rounds::begin,
                        chore.first().toMillis(),
                        chore.every().toMillis(),
                        TimeUnit.MILLISECONDS));
    }

    @PreDestroy
    void stop() {
        plans.forEach(plan -> plan.cancel(false));
    }
}
