package com.xpkit.sociallink.server;

import static org.assertj.core.api.Assertions.fail;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Checks a condition repeatedly until it is true or the time is over. */
public final class Await {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

    private Await() {}

    /** Changes apply on every node within five seconds; one more for the request itself. */
    public static void soon(String what, BooleanSupplier condition) {
        until(what, Duration.ofSeconds(6), condition);
    }

    public static void until(String what, Duration patience, BooleanSupplier condition) {
        var end = System.nanoTime() + patience.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                fail("After " + patience + " this was still not true: " + what);
            }
            pause(BETWEEN_LOOKS);
        }
    }

    /** For what a server does after a time and does not report. */
    public static void passingOf(Duration time) {
        pause(time);
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopping);
        }
    }
}
