package com.xpkit.sociallink.platform.upkeep;

import java.time.Duration;

/** A task that the service repeats by itself. */
public interface Chore {

    /** Its name in the log and in its lease: unique, and at most 64 characters long. */
    String name();

    /** The pause between the start of the application and its first run. */
    default Duration first() {
        return every();
    }

    /** The pause after it was started. It is not started again while it is still running. */
    Duration every();

    /**
     * Whether only one node runs it, with a lease in the database. Two nodes at once must still do no harm, because a lease
     * ends after ten minutes.
     */
    boolean onOneNode();

    /** Runs apart from requests. If it throws, the failure is logged, and it runs again next time. */
    void run();
}
