package com.xpkit.sociallink.kernel.work;

import java.util.Optional;

/** Knows with which key a client recognises what we send it. */
public interface WebhookKeys {

    /** The HMAC key that this client shares with us; empty when the client is gone or has none. */
    Optional<byte[]> of(String client);

    /**
     * Looks for the key before there is something to sign.
     *
     * @throws RuntimeException a refusal that names {@code webhook_url} when this client has no key
     */
    void check(String client);
}
