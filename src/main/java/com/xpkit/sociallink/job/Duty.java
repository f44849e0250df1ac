package com.xpkit.sociallink.job;

import java.util.List;
import java.util.UUID;

/** One of the things that nodes do with jobs that are due. */
interface Duty {

    /** The jobs that wait, the longest first. */
    List<UUID> due(int most);

    /** Does what is due, unless another node was first; whether anything was done. */
    boolean take(UUID job);
}
