package com.xpkit.sociallink.attack;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** How long something took each time; any thread may add values. */
final class Latencies {

    private final List<Long> nanos = Collections.synchronizedList(new ArrayList<>());

    /** Adds the time from then until now. */
    void addSince(long began) {
        nanos.add(System.nanoTime() - began);
    }

    int count() {
        return nanos.size();
    }

    /**
     * The smallest value that this share of all does not exceed; zero if there are none.
     *
     * @param share from 0 to 1
     */
    Duration percentile(double share) {
        var sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
        var index = (int) Math.ceil(share * sorted.length) - 1;
        return Duration.ofNanos(sorted.length == 0 ? 0 : sorted[Math.max(0, index)]);
    }

    Duration longest() {
        return percentile(1);
    }

    /** In milliseconds, as a column of a table. */
    static String column(Duration duration) {
        return String.format(Locale.ROOT, "%8d", duration.toMillis());
    }
}
