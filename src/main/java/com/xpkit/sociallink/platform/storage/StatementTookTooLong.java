package com.xpkit.sociallink.platform.storage;

import java.time.Duration;

/** The database cancelled a statement that did not finish in time. */
public class StatementTookTooLong extends RuntimeException {

    private final Duration limit;

    StatementTookTooLong(Duration limit, RuntimeException cause) {
        super("A statement took longer than " + limit + ".", cause);
        this.limit = limit;
    }

    public Duration limit() {
        return limit;
    }
}
