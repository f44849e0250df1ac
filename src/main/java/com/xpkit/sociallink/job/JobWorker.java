package com.xpkit.sociallink.job;

import java.util.List;
import java.util.Set;
import java.util.UUID;

/** One of the things that nodes do with jobs that are due. */
interface JobWorker {

    /**
     * What waits, by account: first the account that had its turn longest ago.
     *
     * @param full accounts that get no more of this node now
     * @param accounts how many accounts at most
     * @param jobs how many jobs of each account at most
     */
    List<Waiting> due(Set<UUID> full, int accounts, int jobs);

    /** Does what is due, unless another node was first; whether anything was done. */
    boolean take(UUID job);
}
