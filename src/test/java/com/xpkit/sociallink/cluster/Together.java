package com.xpkit.sociallink.cluster;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Does several things at the same moment. */
final class Together {

    private Together() {}

    static <T> List<T> all(List<Supplier<T>> actions) {
        return times(actions.size(), i -> actions.get(i).get());
    }

    static <T> List<T> times(int times, IntFunction<T> action) {
        var threads = Executors.newFixedThreadPool(times);
        var everybodyIsThere = new CountDownLatch(times);
        try {
            var running =
                    IntStream.range(0, times)
                            .mapToObj(
                                    i ->
                                            CompletableFuture.supplyAsync(
                                                    () -> {
                                                        await(everybodyIsThere);
                                                        return action.apply(i);
                                                    },
                                                    threads))
                            .toList();
            return running.stream().map(CompletableFuture::join).toList();
        } finally {
            threads.shutdownNow();
        }
    }

    private static void await(CountDownLatch everybodyIsThere) {
        try {
            everybodyIsThere.countDown();
            everybodyIsThere.await();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopping);
        }
    }
}
