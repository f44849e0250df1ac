package com.xpkit.sociallink.kernel.change;

import java.util.UUID;

/**
 * An account, something that it holds, or an app was created, changed or deleted. {@link Changes} fires it
 * in the transaction that does so; whatever remembers what was read forgets it when that transaction has ended, so
 * that a change is true at once on the node that took it.
 *
 * @param id of the app; of the account for all else
 */
public record Changed(UUID id) {}
