package com.xpkit.sociallink.wechat;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The threads on which codes are exchanged and visitors are answered. A few threads of the server do both for one
 * visitor after the other, without a hand-off in between: that is the cheapest way while WeChat is quick. Exchanges for
 * which none of them is free run on any number of cheap threads, which only talk to WeChat; the answer then comes from
 * the few. So everything that uses the database runs on the few, however slow WeChat or the database is.
 */
final class ExchangeThreads {

    /** As many as the pool has connections to the database. */
    private static final int FEW = 32;

    /** The others of the few are free to answer while a slow WeChat holds these. */
    private static final int EXCHANGING = 24;

    private static final long IDLE_SECONDS = 60;
    private static final long STOPPING_SECONDS = 2;

    private final ThreadPoolExecutor few;
    private final ExecutorService many;
    private final Semaphore exchanging = new Semaphore(EXCHANGING);

    /** Work that begins on any thread. */
    @FunctionalInterface
    interface Exchange {

        /**
         * @param answering runs what needs a thread of the server
         */
        void run(Executor answering);
    }

    /**
     * @param factory makes threads of the server, with the application's context
     * @param many for exchanges only
     */
    ExchangeThreads(ThreadFactory factory, ExecutorService many) {
        this.many = many;
        // its queue is as long as the number of visitors allows
        few =
                new ThreadPoolExecutor(
                        FEW,
                        FEW,
                        IDLE_SECONDS,
                        TimeUnit.SECONDS,
                        new LinkedBlockingQueue<>(),
                        factory);
        few.allowCoreThreadTimeOut(true);
    }

    /** Virtual threads for the many, or threads of the server on a Java that has none. */
    static ExchangeThreads of(ThreadFactory factory) {
        return new ExchangeThreads(
                factory,
                VirtualThreads.find().orElseGet(() -> Executors.newCachedThreadPool(factory)));
    }

    /**
     * @throws java.util.concurrent.RejectedExecutionException while the service stops
     */
    void exchange(Exchange exchange) {
        if (few.getQueue().isEmpty() && exchanging.tryAcquire()) {
            runOnTheFew(exchange);
        } else {
            many.execute(() -> exchange.run(few));
        }
    }

    private void runOnTheFew(Exchange exchange) {
        try {
            few.execute(
                    () -> {
                        try {
                            exchange.run(Runnable::run);
                        } finally {
                            exchanging.release();
                        }
                    });
        } catch (RuntimeException stopping) {
            exchanging.release();
            throw stopping;
        }
    }

    /** Runs work that may use the database. */
    void answer(Runnable work) {
        few.execute(work);
    }

    /** Runs work that uses the network and nothing of the server. */
    void call(Runnable work) {
        many.execute(work);
    }

    /** Interrupts the exchanges, and gives their visitors a moment to be answered. */
    void close() {
        many.shutdownNow();
        await(many);
        few.shutdown();
        await(few);
        few.shutdownNow();
    }

    private static void await(ExecutorService ending) {
        try {
            ending.awaitTermination(STOPPING_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }
}
