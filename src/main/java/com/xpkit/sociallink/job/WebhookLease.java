package com.xpkit.sociallink.job;

import com.xpkit.sociallink.webhook.WebhookMessage;
import java.time.Instant;
import java.util.UUID;

/**
 * A node's turn at the webhook of a finished job.
 *
 * @param lease when other nodes may try in its place
 * @param tries the how manieth it is, from 1
 */
record WebhookLease(UUID account, WebhookMessage message, Instant lease, int tries) {

    UUID job() {
        return message.id();
    }
}
