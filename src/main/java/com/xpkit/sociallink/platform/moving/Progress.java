package com.xpkit.sociallink.platform.moving;

import static java.lang.System.Logger.Level.INFO;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** Logs every few seconds how far a move is. */
final class Progress {

    static final Duration PAUSE = Duration.ofSeconds(5);

    private final System.Logger log;
    private final Clock clock;
    private final Instant begun;
    private Instant logged;
    private long loggedRows;
    private String table;
    private long rows;
    private long expected;

    Progress(System.Logger log, Clock clock) {
        this.log = log;
        this.clock = clock;
        begun = clock.instant();
        logged = begun;
    }

    void begin(String next, long expectedRows) {
        table = next;
        expected = expectedRows;
        loggedRows -= rows;
        rows = 0;
    }

    /** So many more rows are there. */
    void add(long more) {
        rows += more;
        var now = clock.instant();
        var since = Duration.between(logged, now);
        if (since.compareTo(PAUSE) >= 0) {
            var rate = (rows - loggedRows) * 1000 / since.toMillis();
            log.log(
                    INFO,
                    String.format(
                            Locale.ROOT,
                            "Moving %s: %,d of %,d rows, %,d rows/s",
                            table,
                            rows,
                            expected,
                            rate));
            logged = now;
            loggedRows = rows;
        }
    }

    Duration time() {
        return Duration.between(begun, clock.instant());
    }
}
