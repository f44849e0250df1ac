package com.xpkit.sociallink.kernel.quota;

import java.time.Duration;
import java.time.Instant;

/** What one node knows of an account's bytes: the last count, and what it has admitted since. */
final class Tally {

    static final Duration SHORTEST_PAUSE = Duration.ofSeconds(10);
    static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);

    /** Counting takes a twentieth of the time at most, however much there is to count. */
    private static final int REST = 20;

    private long counted;
    private long grown;
    private boolean isAsked;
    private Instant last = Instant.EPOCH;
    private Duration took = Duration.ZERO;

    synchronized long bytes() {
        return counted + grown;
    }

    /** An account that nobody asks for needs no count. */
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
     * Often while the quota is near: what was deleted counts no longer, and what other nodes admitted counts. Rarely
     * while it is not.
     */
    synchronized boolean isDue(Instant now, long most) {
        var isNear = bytes() > most / 2;
        var pause = isNear ? SHORTEST_PAUSE : LONGEST_PAUSE;
        var rest = took.multipliedBy(REST);
        return isAsked && !now.isBefore(last.plus(pause.compareTo(rest) < 0 ? rest : pause));
    }

    /**
     * @param before what had grown when the count began; some of what grew since may be counted twice until the next one
     */
    synchronized void counted(long bytes, long before) {
        counted = bytes;
        grown -= before;
    }

    /** After a count, or one that failed. */
    synchronized void rest(Instant begun, Duration took) {
        isAsked = false;
        last = begun;
        this.took = took;
    }
}
