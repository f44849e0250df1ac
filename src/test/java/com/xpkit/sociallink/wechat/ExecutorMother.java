package com.xpkit.sociallink.wechat;

import jakarta.enterprise.concurrent.ManagedExecutorService;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.ExecutorService;

/** A server's executor, without the server: only what any executor does. */
final class ExecutorMother {

    private ExecutorMother() {}

    static ManagedExecutorService on(ExecutorService threads) {
        return (ManagedExecutorService)
                Proxy.newProxyInstance(
                        ExecutorMother.class.getClassLoader(),
                        new Class<?>[] {ManagedExecutorService.class},
                        (proxy, method, arguments) -> {
                            try {
                                return method.invoke(threads, arguments);
                            } catch (InvocationTargetException thrown) {
                                throw thrown.getCause();
                            }
                        });
    }
}
