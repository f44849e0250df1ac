package com.xpkit.sociallink.wechat;

import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Virtual threads where the Java has them: from 21 on, while this code is compiled for 17. */
final class VirtualThreads {

    private VirtualThreads() {}

    /** An executor with a new virtual thread for each task; empty on an older Java. */
    static Optional<ExecutorService> find() {
        try {
            var create = Executors.class.getMethod("newVirtualThreadPerTaskExecutor");
            return Optional.of((ExecutorService) create.invoke(null));
        } catch (ReflectiveOperationException olderJava) {
            // 19 and 20 have the method, but it fails unless preview features are on
            return Optional.empty();
        }
    }
}
