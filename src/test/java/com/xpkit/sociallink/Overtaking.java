package com.xpkit.sociallink;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/** A slow action that a fast one on another thread overtakes. */
public final class Overtaking {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Runnable slow;
    private final CountDownLatch isPaused = new CountDownLatch(1);
    private final CountDownLatch mayGoOn = new CountDownLatch(1);

    private Overtaking(Runnable slow) {
        this.slow = slow;
    }

    public static Overtaking of(Runnable slow) {
        return new Overtaking(slow);
    }

    /**
     * @param place gets a task that stops the slow one, and runs it where the slow one is to be overtaken; only the
     *     first run stops it
     */
    public Overtaking pausedAt(Consumer<Runnable> place) {
        place.accept(
                () -> {
                    isPaused.countDown();
                    await(mayGoOn);
                });
        return this;
    }

    /** Returns when both have ended. The slow one continues when the fast one waits for it or has ended. */
    public void by(Runnable fast) {
        var slowly = CompletableFuture.runAsync(slow);
        await(isPaused);
        var fastly = new FutureTask<>(fast, null);
        var overtaking = new Thread(fastly);
        overtaking.start();
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (!isWaitingOrOver(overtaking) && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        mayGoOn.countDown();
        slowly.join();
        end(fastly);
    }

    private static boolean isWaitingOrOver(Thread thread) {
        return switch (thread.getState()) {
            case BLOCKED, WAITING, TIMED_WAITING, TERMINATED -> true;
            default -> false;
        };
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new IllegalStateException("nothing happened within " + PATIENCE);
            }
        } catch (InterruptedException stopping) {
            throw new IllegalStateException(stopping);
        }
    }

    private static void end(FutureTask<?> fastly) {
        try {
            fastly.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException failed) {
            throw new AssertionError(failed);
        } catch (InterruptedException stopping) {
            throw new IllegalStateException(stopping);
        }
    }
}
