package com.xpkit.sociallink.webhook;

import java.util.UUID;

/**
 * A message for a client.
 *
 * @param id the same for each attempt, so that the receiver can recognise repeats
 * @param url the receiver's address
 * @param client the client whose key signs it
 * @param body JSON
 */
public record WebhookMessage(UUID id, String url, String client, String body) {

    /** Leaves out the address, which may contain secrets. */
    @Override
    public String toString() {
        return "WebhookMessage " + id;
    }
}
