package com.xpkit.sociallink.wechat;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Refuses calls to WeChat while they are in vain, so that visitors do not wait for nothing. It opens when half of the
 * last twenty calls failed. After a pause it lets one call try, whose success closes it.
 */
final class CircuitBreaker {

    private static final int WINDOW = 20;
    private static final int TOO_MANY = WINDOW / 2;
    static final Duration PAUSE = Duration.ofSeconds(2);

    private final LongSupplier nanoTime;
    private final long longestCall;
    private final Consumer<Boolean> listener;

    private final boolean[] failed = new boolean[WINDOW];
    private int calls;
    private int failures;
    private boolean isOpen;
    private long nextTrial;
    private Turn current = new Turn();

    /**
     * The permission to call. While the breaker is closed, all calls share one. The result of a call with an older
     * permission does not count: it began before the breaker opened, or before a later trial.
     */
    static final class Turn {}

    /**
     * @param nanoTime as {@link System#nanoTime()}
     * @param longestCall after this time another trial may begin, whether or not the previous one has ended
     * @param listener gets whether the breaker is open, when that changes; it must be quick
     */
    CircuitBreaker(LongSupplier nanoTime, Duration longestCall, Consumer<Boolean> listener) {
        this.nanoTime = nanoTime;
        this.longestCall = longestCall.toNanos();
        this.listener = listener;
    }

    /** The permission for one call; empty while the breaker is open. */
    synchronized Optional<Turn> turn() {
        if (isOpen) {
            var now = nanoTime.getAsLong();
            if (now - nextTrial < 0) {
                return Optional.empty();
            }
            nextTrial = now + longestCall;
            current = new Turn();
        }
        return Optional.of(current);
    }

    /** A call has ended. */
    synchronized void ended(Turn turn, boolean hasFailed) {
        if (turn != current) {
            return;
        }
        if (!isOpen) {
            count(hasFailed);
        } else if (hasFailed) {
            pause();
        } else {
            close();
        }
    }

    /** A call did not take place. If it was a trial, another one may begin at once. */
    synchronized void giveBack(Turn turn) {
        if (isOpen && turn == current) {
            nextTrial = nanoTime.getAsLong();
        }
    }

    private void count(boolean hasFailed) {
        var place = calls % WINDOW;
        failures += (hasFailed ? 1 : 0) - (failed[place] ? 1 : 0);
        failed[place] = hasFailed;
        // never overflows, and stays a full window
        calls = calls + 1 < 2 * WINDOW ? calls + 1 : WINDOW;
        if (calls >= WINDOW && failures >= TOO_MANY) {
            isOpen = true;
            pause();
            listener.accept(true);
        }
    }

    private void pause() {
        nextTrial = nanoTime.getAsLong() + PAUSE.toNanos();
        current = new Turn();
    }

    private void close() {
        isOpen = false;
        Arrays.fill(failed, false);
        calls = 0;
        failures = 0;
        current = new Turn();
        listener.accept(false);
    }
}
