package com.xpkit.sociallink.link;

import com.xpkit.sociallink.link.flow.Flow;
import com.xpkit.sociallink.platform.metrics.Step;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/**
 * One request of a visitor, and what is known about it so far. It is immutable: methods that add a fact return a new one.
 *
 * @param step which of the visitor's two requests it is
 * @param began {@link System#nanoTime()} at its beginning
 * @param reference 12 hexadecimal digits that the error page and the log show
 * @param account empty until it is known to exist
 * @param way empty until the account is known to allow the address; from then on errors go to the application
 * @param proven the flow, once the browser has proven that it began it
 */
record LinkAttempt(
        Step step,
        long began,
        String reference,
        Optional<UUID> account,
        Optional<Way> way,
        Optional<Flow> proven) {

    /** A request about which nothing is known yet. */
    static LinkAttempt begin(Step step) {
        var reference =
                HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong()).substring(4);
        return new LinkAttempt(
                step,
                System.nanoTime(),
                reference,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /**
     * The account exists.
     *
     * @param way empty if the account does not allow the address
     */
    LinkAttempt located(UUID account, Optional<Way> way) {
        return new LinkAttempt(step, began, reference, Optional.of(account), way, proven);
    }

    /** Removes the way unless it leads through this configuration. */
    LinkAttempt onlyThrough(UUID configuration) {
        var same = way.filter(known -> known.through().id().equals(configuration));
        return new LinkAttempt(step, began, reference, account, same, proven);
    }

    /** The browser that called back has begun the flow. */
    LinkAttempt proven(Flow flow) {
        return new LinkAttempt(step, began, reference, account, way, Optional.of(flow));
    }

    /** The request is refused. The log gives only the name of the error as the reason. */
    LinkResult refused(LinkError error) {
        return refused(error, error.name().toLowerCase(Locale.ROOT));
    }

    /**
     * The request is refused.
     *
     * @param reason for the log: no secret, code, token, nickname or address
     */
    LinkResult refused(LinkError error, String reason) {
        return LinkResult.Refused.because(this, error, reason);
    }

    /** The text for the log, without the result. */
    String line() {
        return "account="
                + account.map(UUID::toString).orElse("-")
                + " configuration="
                + way.map(known -> known.through().id().toString()).orElse("-")
                + " duration="
                + (System.nanoTime() - began) / 1_000_000
                + "ms reference="
                + reference;
    }

    @Override
    public String toString() {
        return "LinkAttempt " + reference;
    }
}
