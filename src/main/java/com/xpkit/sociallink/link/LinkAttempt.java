package com.xpkit.sociallink.link;

import com.xpkit.sociallink.link.flow.Flow;
import com.xpkit.sociallink.platform.metrics.Step;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/**
 * One request of a visitor's, and what is known of it by now. It never changes: each method that learns more gives another one.
 *
 * @param step which of the two requests of the visitor's way it is
 * @param began what {@link System#nanoTime()} was
 * @param reference 12 hexadecimal digits that the page shows and the line in the log also says
 * @param account empty until it is known to exist
 * @param way empty until the account allows the address; from then on errors go to the application
 * @param proven the flow, from when the browser has proven that it began it
 */
record LinkAttempt(
        Step step,
        long began,
        String reference,
        Optional<UUID> account,
        Optional<Way> way,
        Optional<Flow> proven) {

    /** A request of which nothing is known yet. */
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
     * @param way empty when the account does not allow the address
     */
    LinkAttempt located(UUID account, Optional<Way> way) {
        return new LinkAttempt(step, began, reference, Optional.of(account), way, proven);
    }

    /** Without its way where that does not lead through this configuration. */
    LinkAttempt onlyThrough(UUID configuration) {
        var same = way.filter(known -> known.through().id().equals(configuration));
        return new LinkAttempt(step, began, reference, account, same, proven);
    }

    /** The browser that called back has begun the flow. */
    LinkAttempt proven(Flow flow) {
        return new LinkAttempt(step, began, reference, account, way, Optional.of(flow));
    }

    /** It goes no further, and the log says no more than the name of the error. */
    LinkResult refused(LinkError error) {
        return refused(error, error.name().toLowerCase(Locale.ROOT));
    }

    /**
     * It goes no further.
     *
     * @param reason for the log: no secret, code, token, nickname or address
     */
    LinkResult refused(LinkError error, String reason) {
        return LinkResult.Refused.because(this, error, reason);
    }

    /** The line in the log, without the result. */
    String line() {
        return "account=%s configuration=%s duration=%dms reference=%s"
                .formatted(
                        account.map(UUID::toString).orElse("-"),
                        way.map(known -> known.through().id().toString()).orElse("-"),
                        (System.nanoTime() - began) / 1_000_000,
                        reference);
    }

    @Override
    public String toString() {
        return "LinkAttempt " + reference;
    }
}
