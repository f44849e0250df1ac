package com.xpkit.sociallink.job;

import java.time.Instant;
import java.util.Set;

/**
 * Which jobs a node looks for.
 *
 * @param now jobs that are due later are ignored
 * @param kinds the kinds of work that the node knows, at least one
 */
record Due(Deed deed, Instant now, Set<String> kinds) {}
