package com.xpkit.sociallink.it;

import static org.assertj.core.api.Assertions.fail;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for what the contract promises within a time, and no longer than needed. */
final class Await {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

    private Await() {}

    static void within(Duration time, String what, BooleanSupplier holds) {
        var end = System.nanoTime() + time.toNanos();
        while (!holds.getAsBoolean()) {
            if (System.nanoTime() > end) {
                fail("not within " + time + ": " + what);
            }
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
    }

    /** Changes are true on every node within five seconds; one more for the request itself. */
    static void soon(String what, BooleanSupplier holds) {
        within(Duration.ofSeconds(6), what, holds);
    }
}
