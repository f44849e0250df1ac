package com.xpkit.sociallink.webhook;

import java.time.Duration;
import java.time.Instant;

/**
 * The result of a call.
 *
 * @param fate whether the receiver accepted it
 * @param words for the log: no address, no secret
 * @param pause the minimum wait before another attempt; zero when the receiver asks for none
 */
public record Delivery(Fate fate, String words, Duration pause) {

    /** Whether another attempt makes sense. */
    public enum Fate {
        DELIVERED,
        FAILED,
        HOPELESS
    }

    public Delivery(Fate fate, String words) {
        this(fate, words, Duration.ZERO);
    }

    /** Any status but 2xx is a failure; a redirect could lead to a forbidden address. */
    static Delivery answered(WebhookAnswer answer, Instant now) {
        var words = "status " + answer.status();
        if (answer.isTaken()) {
            return new Delivery(Fate.DELIVERED, words);
        }
        return answer.isGone()
                ? hopeless(words)
                : new Delivery(Fate.FAILED, words, answer.pause(now));
    }

    static Delivery failed(String words) {
        return new Delivery(Fate.FAILED, words);
    }

    static Delivery hopeless(String words) {
        return new Delivery(Fate.HOPELESS, words);
    }

    public boolean isDelivered() {
        return fate == Fate.DELIVERED;
    }

    public boolean isWorthRepeating() {
        return fate == Fate.FAILED;
    }
}
