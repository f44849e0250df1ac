package com.xpkit.sociallink.kernel.quota;

import java.time.Duration;
import java.time.Instant;

/** What one node knows about an account's bytes: the last count, and what the node has admitted since. */
final class Tally {

    static final Duration MIN_PAUSE = Duration.ofSeconds(10);
    static final Duration MAX_PAUSE = Duration.ofMinutes(10);

    /** Counting takes at most a twentieth of the time, regardless of how much there is to count. */
    private static final int REST = 20;

    private long counted;
    private long grown;
    private boolean isAsked;
    private Instant last = Instant.EPOCH;
    private Duration took = Duration.ZERO;

    synchronized long bytes() {
        return counted + grown;
    }

    /** An account needs a count only if it was asked for. */
    synchronized void ask() {
        isAsked = true;
    }

    synchronized void grow(long bytes) {
        grown += bytes;
    }

    synchronized long grown() {
        return grown;
    }

    /**
     * Whether to count again: often while the quota is near, to notice deletions and what other nodes admitted, and rarely
     * otherwise.
     */
    synchronized boolean isDue(Instant now, long max) {
        var isNear = bytes() > max / 2;
        var pause = isNear ? MIN_PAUSE : MAX_PAUSE;
        var rest = took.multipliedBy(REST);
        return isAsked && !now.isBefore(last.plus(pause.compareTo(rest) < 0 ? rest : pause));
    }

    /**
     * @param before the growth when the count began; growth since then may be included twice until the next count
     */
    synchronized void counted(long bytes, long before) {
        counted = bytes;
        grown -= before;
    }

    /** Called after a count, even if it failed. */
    synchronized void rest(Instant begun, Duration took) {
        isAsked = false;
        last = begun;
        this.took = took;
    }
}
