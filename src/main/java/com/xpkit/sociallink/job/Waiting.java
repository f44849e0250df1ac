package com.xpkit.sociallink.job;

import java.util.List;
import java.util.UUID;

/**
 * What waits of an account.
 *
 * @param jobs the longest waiting first
 */
record Waiting(UUID account, List<UUID> jobs) {}
