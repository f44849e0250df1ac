package com.xpkit.sociallink.platform.upkeep;

import java.time.Duration;

/** Something that the service does by itself, again and again. */
public interface Chore {

    /** How the log and its lease call it: unique, and no longer than 64 letters. */
    String name();

    /** How long it waits after the start of the application. */
    default Duration first() {
        return every();
    }

    /** How long it waits after it was begun; while it still runs, it is not begun again. */
    Duration every();

    /**
     * Whether one node is enough: it then takes a lease in the database. Two at once must do no harm all the same, since a
     * lease ends after ten minutes.
     */
    boolean onOneNode();

    /** Runs beside all requests. When it throws, that is logged, and it runs again next time. */
    void run();
}
