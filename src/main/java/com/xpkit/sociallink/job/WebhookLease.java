package com.xpkit.sociallink.job;

import com.xpkit.sociallink.webhook.WebhookMessage;
import java.time.Instant;
import java.util.UUID;

/**
 * A node's turn at the webhook of a finished job.
 *
 * @param lease when other nodes may try instead
 * @param tries the number of this attempt, from 1
 */
record WebhookLease(UUID account, WebhookMessage message, Instant lease, int tries) {

    UUID job() {
        return message.id();
    }
}
