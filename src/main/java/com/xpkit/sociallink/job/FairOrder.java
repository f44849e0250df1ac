package com.xpkit.sociallink.job;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Lets accounts take turns, regardless of how much work each has ({@code docs/adr/0035}). Runs in the caller's transaction. */
@ApplicationScoped
public class FairOrder {

    @Inject Jobs jobs;

    @Inject AccountTurns turns;

    @Inject WorkKinds works;

    @Inject Clock clock;

    /** The jobs that wait for that deed; see {@link JobWorker#due}. If there are none, this is one short query. */
    List<Waiting> due(Deed deed, Set<UUID> full, int accounts, int max) {
        var due = new Due(deed, clock.instant(), works.kinds());
        if (due.kinds().isEmpty() || !jobs.isAny(due)) {
            return List.of();
        }
        return turns.next(due, full, accounts).stream()
                .map(account -> new Waiting(account, jobs.of(account, due, max)))
                .toList();
    }

    /**
     * Records that the job's account has its turn now. Two nodes that take jobs of one account at the same moment write the
     * same row. On Galera one of the two is refused, and takes its job at the next look.
     */
    void take(Job job, Deed deed) {
        turns.take(job.account(), deed, clock.instant());
    }
}
