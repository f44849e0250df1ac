package com.xpkit.sociallink.webhook;

import java.io.IOException;

/** A call came to nothing; the message is for the log and holds no address. */
class WebhookFailure extends IOException {

    WebhookFailure(String words) {
        super(words);
    }

    WebhookFailure(String words, Throwable cause) {
        super(words, cause);
    }
}
