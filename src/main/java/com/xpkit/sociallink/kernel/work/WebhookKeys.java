package com.xpkit.sociallink.kernel.work;

import java.util.Optional;

/** The keys by which clients recognise our webhooks. */
public interface WebhookKeys {

    /** The HMAC key that this client shares with us; empty when the client no longer exists or has none. */
    Optional<byte[]> of(String client);

    /**
     * Checks for the key in advance.
     *
     * @throws RuntimeException a refusal that names {@code webhook_url} when this client has no key
     */
    void check(String client);
}
