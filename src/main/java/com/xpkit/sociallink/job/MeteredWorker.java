package com.xpkit.sociallink.job;

import com.xpkit.sociallink.platform.metrics.InFlight;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** A worker whose jobs are counted while it works on them. */
record MeteredWorker(JobWorker worker, InFlight inFlight) implements JobWorker {

    @Override
    public List<Waiting> due(Set<UUID> full, int accounts, int jobs) {
        return worker.due(full, accounts, jobs);
    }

    @Override
    public boolean take(UUID job) {
        inFlight.enter();
        try {
            return worker.take(job);
        } finally {
            inFlight.leave();
        }
    }
}
