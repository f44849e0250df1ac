package com.xpkit.sociallink.job;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Accounts take turns, whatever each of them has left to do ({@code docs/adr/0035}). In the caller's transaction. */
@ApplicationScoped
public class FairOrder {

    @Inject Jobs jobs;

    @Inject AccountTurns turns;

    @Inject WorkKinds works;

    @Inject Clock clock;

    /** What waits for that deed; see {@link JobWorker#due}. A node that has nothing to do asks one short question. */
    List<Waiting> due(Deed deed, Set<UUID> full, int accounts, int most) {
        var due = new Due(deed, clock.instant(), works.kinds());
        if (due.kinds().isEmpty() || !jobs.isAny(due)) {
            return List.of();
        }
        return turns.next(due, full, accounts).stream()
                .map(account -> new Waiting(account, jobs.of(account, due, most)))
                .toList();
    }

    /**
     * The job's account has its turn now. Two nodes that take jobs of one account at the same moment write one row: on
     * Galera one of the two is refused, and takes the job at its next look.
     */
    void take(Job job, Deed deed) {
        turns.take(job.account(), deed, clock.instant());
    }
}
