package com.xpkit.sociallink.job;

import java.util.List;
import java.util.UUID;

/**
 * The waiting jobs of an account.
 *
 * @param jobs the ones that have waited longest are first
 */
record Waiting(UUID account, List<UUID> jobs) {}
