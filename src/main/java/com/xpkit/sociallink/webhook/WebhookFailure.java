package com.xpkit.sociallink.webhook;

import java.io.IOException;

/** A failed call; the message is for the log and contains no address. */
class WebhookFailure extends IOException {

    WebhookFailure(String words) {
        super(words);
    }

    WebhookFailure(String words, Throwable cause) {
        super(words, cause);
    }
}
