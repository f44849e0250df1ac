package com.xpkit.sociallink.job;

import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Does one kind of work with jobs that are due. */
interface JobWorker {

    /**
     * The jobs that wait, by account. The account whose turn is longest ago is first.
     *
     * @param full accounts that already use their share of this node
     * @param accounts how many accounts at most
     * @param jobs how many jobs of each account at most
     */
    List<Waiting> due(Set<UUID> full, int accounts, int jobs);

    /** Does the job's work unless another node was first. Returns whether it was done. */
    boolean take(UUID job);
}
