package com.xpkit.sociallink.it;

import com.xpkit.sociallink.fuzz.Choices;
import com.xpkit.sociallink.fuzz.Seeds;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.stream.IntStream;

/**
 * Runs a family's cases for its share of the time: of a minute in a build, of {@code -Dfuzz.minutes=60} by
 * hand.
 */
final class FuzzRun {

    private static final double MINUTES =
            Double.parseDouble(System.getProperty("fuzz.minutes", "0.75"));
    static final boolean IS_BY_HAND = MINUTES > 5;
    private static final int FAMILIES = 12;
    private static final Duration SHARE = Duration.ofMillis((long) (MINUTES * 60_000 / FAMILIES));
    private static final int CASES_OF_AN_ACCOUNT = 200;
    private static final ReentrantReadWriteLock LOCK = new ReentrantReadWriteLock(true);

    private final String family;
    private final FuzzTotals totals;
    private final Body body;

    /** A case: sends what its choices say, and checks what applies to its family. */
    @FunctionalInterface
    interface Body {

        void run(FuzzCase asking, Choices choices, FuzzedAccount account);
    }

    FuzzRun(String family, FuzzTotals totals, Body body) {
        this.family = family;
        this.totals = totals;
        this.body = body;
    }

    /** The threads take the cases in turn, each in an account of its own. */
    void onThreads(int many) {
        var end = System.nanoTime() + SHARE.toNanos();
        var running =
                IntStream.range(0, many)
                        .mapToObj(first -> CompletableFuture.runAsync(() -> run(first, many, end)))
                        .toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(running).join();
    }

    private void run(int first, int step, long end) {
        for (long number = first; System.nanoTime() < end; ) {
            try (var account = FuzzedAccount.open()) {
                for (int i = 0; i < CASES_OF_AN_ACCOUNT && System.nanoTime() < end; i++) {
                    runCase(number, account);
                    number += step;
                    if (Long.getLong("fuzz.case") != null) {
                        return;
                    }
                }
            }
        }
    }

    private void runCase(long number, FuzzedAccount account) {
        var seed = Seeds.of(family, number);
        LOCK.readLock().lock();
        try {
            body.run(new FuzzCase(family, seed, totals), Choices.of(seed), account);
        } catch (RuntimeException | AssertionError failed) {
            totals.fault("%s -Dfuzz.case=%d: %s".formatted(family, seed, failed));
        } finally {
            LOCK.readLock().unlock();
        }
    }

    /** How long it takes while no other case runs. */
    static Duration alone(Runnable asking) {
        // the case's own: a writer waits for all readers
        LOCK.readLock().unlock();
        LOCK.writeLock().lock();
        try {
            var began = System.nanoTime();
            asking.run();
            return Duration.ofNanos(System.nanoTime() - began);
        } finally {
            LOCK.writeLock().unlock();
            LOCK.readLock().lock();
        }
    }
}
