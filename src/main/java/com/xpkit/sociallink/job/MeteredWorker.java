package com.xpkit.sociallink.job;

import com.xpkit.sociallink.platform.metrics.InFlight;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** A duty whose jobs are counted while they are taken care of. */
record MeteredWorker(JobWorker duty, InFlight inFlight) implements JobWorker {

    @Override
    public List<Waiting> due(Set<UUID> full, int accounts, int jobs) {
        return duty.due(full, accounts, jobs);
    }

    @Override
    public boolean take(UUID job) {
        inFlight.enter();
        try {
            return duty.take(job);
        } finally {
            inFlight.leave();
        }
    }
}
