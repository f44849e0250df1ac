package com.xpkit.sociallink.platform.upkeep;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Leases of several nodes without a database. */
final class ChoreLeasesInMemory extends ChoreLeases {

    private final Map<String, Instant> due = new HashMap<>();

    /** The failure of the database's next answer. */
    RuntimeException failure;

    @Override
    public boolean take(String chore, Instant now, Instant end) {
        fail();
        var isTaken = !due.getOrDefault(chore, Instant.MIN).isAfter(now);
        if (isTaken) {
            due.put(chore, end);
        }
        return isTaken;
    }

    @Override
    public void giveBack(String chore, Instant end, Instant next) {
        fail();
        due.replace(chore, end, next);
    }

    private void fail() {
        if (failure != null) {
            var now = failure;
            failure = null;
            throw now;
        }
    }
}
