package com.xpkit.sociallink.job.webhook;

/**
 * What became of a call.
 *
 * @param fate whether the receiver has it
 * @param words for the log: no address, no secret
 */
public record Delivery(Fate fate, String words) {

    /** Whether another try makes sense. */
    public enum Fate {
        DELIVERED,
        FAILED,
        HOPELESS
    }

    /** Any status but 2xx is a failure; a redirect could lead to where no webhook may. */
    static Delivery answered(int status) {
        var isTaken = status >= 200 && status < 300;
        return new Delivery(isTaken ? Fate.DELIVERED : Fate.FAILED, "status " + status);
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
