package com.xpkit.sociallink.platform.upkeep;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class UpkeepTest {

    private final List<Plan> plans = new ArrayList<>();
    private final List<Runnable> executed = new ArrayList<>();
    private final List<Chore> run = new ArrayList<>();
    private final Upkeep upkeep = new Upkeep();

    @BeforeEach
    void wire() {
        upkeep.scheduler = server(ManagedScheduledExecutorService.class, this::plan);
        upkeep.executor =
                server(
                        ManagedExecutorService.class,
                        (executor, execute, arguments) -> executed.add((Runnable) arguments[0]));
        upkeep.running =
                new ChoreRunning() {
                    @Override
                    void run(Chore chore) {
                        run.add(chore);
                    }
                };
    }

    @Test
    void plansAChoreInItsPeriod() {
        upkeep.plan(ChoreMother.onEachNode(() -> {}));

        assertThat(plans).hasSize(1);
        assertThat(plans.get(0).first()).isEqualTo(30_000);
        assertThat(plans.get(0).every()).isEqualTo(100_000);
    }

    @Test
    void runsItOnAnotherThreadThanTheSchedulers() {
        var chore = ChoreMother.onEachNode(() -> {});
        upkeep.plan(chore);

        plans.get(0).command().run();

        assertThat(run).isEmpty();
        executed.get(0).run();
        assertThat(run).containsExactly(chore);
    }

    @Test
    void endsWithTheApplication() {
        upkeep.plan(ChoreMother.onEachNode(() -> {}));
        upkeep.plan(ChoreMother.onOneNode(() -> {}));

        upkeep.stop();

        assertThat(plans).allMatch(plan -> plan.future().isCancelled());
    }

    private Object plan(Object scheduler, java.lang.reflect.Method method, Object[] arguments) {
        assertThat(method.getName()).isEqualTo("scheduleWithFixedDelay");
        assertThat(arguments[3]).isEqualTo(TimeUnit.MILLISECONDS);
        var future = new Planned();
        plans.add(
                new Plan(
                        (Runnable) arguments[0], (long) arguments[1], (long) arguments[2], future));
        return future;
    }

    private static <T> T server(Class<T> type, InvocationHandler handler) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private record Plan(Runnable command, long first, long every, Planned future) {}

    private static final class Planned extends CompletableFuture<Void>
            implements java.util.concurrent.ScheduledFuture<Void> {

        @Override
        public long getDelay(TimeUnit unit) {
            return 0;
        }

        @Override
        public int compareTo(java.util.concurrent.Delayed other) {
            return 0;
        }
    }
}
