package com.xpkit.sociallink.platform.listing;

import jakarta.enterprise.concurrent.ManagedExecutorService;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;

/** A server's executor whose tasks run when a test says so. */
final class LaterInMemory {

    final List<Runnable> tasks = new ArrayList<>();
    boolean isBusy;
    boolean isAtOnce;

    ManagedExecutorService executor() {
        return (ManagedExecutorService)
                Proxy.newProxyInstance(
                        getClass().getClassLoader(),
                        new Class<?>[] {ManagedExecutorService.class},
                        (proxy, method, arguments) -> add((Callable<?>) arguments[0]));
    }

    private Object add(Callable<?> action) {
        if (isBusy) {
            throw new RejectedExecutionException("too many tasks");
        }
        var task = new FutureTask<>(action);
        tasks.add(task);
        if (isAtOnce) {
            runAll();
        }
        return task;
    }

    void runAll() {
        var due = List.copyOf(tasks);
        tasks.clear();
        due.forEach(Runnable::run);
    }
}
