package com.xpkit.sociallink.listing;

import jakarta.enterprise.concurrent.ManagedExecutorService;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;

/** A server's executor whose tasks run when a test says so. */
final class LaterInMemory {

    final List<Runnable> tasks = new ArrayList<>();
    boolean isBusy;

    ManagedExecutorService executor() {
        return (ManagedExecutorService)
                Proxy.newProxyInstance(
                        getClass().getClassLoader(),
                        new Class<?>[] {ManagedExecutorService.class},
                        (proxy, method, arguments) -> add((Runnable) arguments[0]));
    }

    private Object add(Runnable task) {
        if (isBusy) {
            throw new RejectedExecutionException("too many tasks");
        }
        tasks.add(task);
        return null;
    }

    void runAll() {
        var due = List.copyOf(tasks);
        tasks.clear();
        due.forEach(Runnable::run);
    }
}
