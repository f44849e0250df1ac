package com.xpkit.sociallink.webhook;

import java.util.UUID;

/**
 * Something to tell a client.
 *
 * @param id the same for each try, so that the receiver knows it again
 * @param url where to
 * @param client whose key signs it
 * @param body JSON
 */
public record WebhookMessage(UUID id, String url, String client, String body) {

    /** The address may hold secrets. */
    @Override
    public String toString() {
        return "WebhookMessage " + id;
    }
}
