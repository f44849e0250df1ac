package com.xpkit.sociallink.kernel.change;

import java.util.UUID;

/**
 * An account, a resource of an account, or an app was created, changed or deleted. {@link Changes} fires it in the
 * transaction that does so. Caches drop their entry when that transaction has ended, so that a change applies at once
 * on the node that made it.
 *
 * @param id of the app; in all other cases, of the account
 */
public record Changed(UUID id) {}
