package com.xpkit.sociallink.platform.storage;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * How long the current thread waits for the answer to one statement. Most statements take milliseconds, so a connection has
 * a socket timeout of seconds, which ends the wait for a machine that has vanished. Work that may take longer says so here.
 */
public final class Patience {

    /** For statements that read or delete everything of an account. */
    public static final Duration LONG = Duration.ofHours(1);

    /** For statements whose work nobody can estimate. */
    public static final Duration WITHOUT_END = Duration.ZERO;

    /** Not a thread local, for the reason that {@link CommitRefusals} has. */
    private static final Map<Thread, Duration> CURRENT = new ConcurrentHashMap<>();

    private Patience() {}

    /**
     * Does the work with a longer wait for each statement. The wait never becomes shorter than the connection's own.
     *
     * @param longest zero for a wait without end
     */
    public static <T> T of(Duration longest, Supplier<T> work) {
        var before = CURRENT.put(Thread.currentThread(), longest);
        try {
            return work.get();
        } finally {
            restore(before);
        }
    }

    /** The same without a result. */
    public static void during(Duration longest, Runnable work) {
        of(
                longest,
                () -> {
                    work.run();
                    return null;
                });
    }

    private static void restore(Duration before) {
        if (before == null) {
            CURRENT.remove(Thread.currentThread());
        } else {
            CURRENT.put(Thread.currentThread(), before);
        }
    }

    /** The wait for each statement of this thread; empty when it is the connection's own. */
    static Optional<Duration> current() {
        return Optional.ofNullable(CURRENT.get(Thread.currentThread()));
    }

    /**
     * The longer of two waits, in JDBC's milliseconds.
     *
     * @param own of the connection; zero is without end, as for the other one
     */
    static int longer(int own, Duration other) {
        return own == 0 || other.isZero() ? 0 : Math.max(own, (int) other.toMillis());
    }
}
