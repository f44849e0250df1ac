package com.xpkit.sociallink.platform.upkeep;

import static java.lang.System.Logger.Level.WARNING;

import com.xpkit.sociallink.platform.storage.ConstraintViolations;
import com.xpkit.sociallink.platform.storage.FailureLog;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Runs a chore once, on this node. */
@ApplicationScoped
public class ChoreRunning {

    /** How long a chore waits for another node if its node dies. */
    static final Duration LEASE = Duration.ofMinutes(10);

    private static final System.Logger LOG = System.getLogger(ChoreRunning.class.getName());

    @Inject ChoreLeases leases;

    @Inject Clock clock;

    /** Never throws: a failure is logged. */
    void run(Chore chore) {
        try {
            if (chore.onOneNode()) {
                runWithLease(chore);
            } else {
                chore.run();
            }
        } catch (RuntimeException failed) {
            var text = "The chore " + chore.name() + " failed and runs again later";
            FailureLog.line(LOG, WARNING, text, failed);
        }
    }

    /** No transaction is open, and no row locked, while the chore runs. */
    private void runWithLease(Chore chore) {
        var now = clock.instant();
        var end = now.plus(LEASE);
        if (isTaken(chore, now, end)) {
            try {
                chore.run();
            } finally {
                leases.giveBack(chore.name(), end, due(chore, now));
            }
        }
    }

    private boolean isTaken(Chore chore, Instant now, Instant end) {
        try {
            return leases.take(chore.name(), now, end);
        } catch (RuntimeException refused) {
            if (ConstraintViolations.isConflict(refused)) {
                return false;
            }
            throw refused;
        }
    }

    /** A little before this node's own next time, which may come a moment early. Other nodes do not run the chore before. */
    private static Instant due(Chore chore, Instant begun) {
        return begun.plus(chore.every().multipliedBy(9).dividedBy(10));
    }
}
