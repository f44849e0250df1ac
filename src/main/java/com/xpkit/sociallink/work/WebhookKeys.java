package com.xpkit.sociallink.work;

import java.util.Optional;

/** Knows with which key a client recognises what we send it. */
public interface WebhookKeys {

    /** The HMAC key that this client shares with us; empty when the client is gone. */
    Optional<byte[]> of(String client);
}
