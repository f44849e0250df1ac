package com.xpkit.sociallink.link;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the database says of a flow and its codes, as a callback with one of them sees it.
 *
 * @param rows of the flow, and of other flows that the browser names
 */
record FlowHistory(FlowCode code, List<LinkOutcome> rows) {

    static FlowHistory unknown(FlowCode code) {
        return new FlowHistory(code, List.of());
    }

    /** What the callback comes to: the flow's profile, or else what became of this very code. */
    Optional<LinkOutcome> outcome() {
        return rows.stream()
                .filter(row -> row.explains(code))
                .min(LinkOutcome.nearestTo(code.flow()));
    }

    /** The same for a code that WeChat has just refused: that it was refused before explains nothing. */
    Optional<LinkOutcome> explanation() {
        return outcome().filter(outcome -> !outcome.isOfAnInvalidCode());
    }

    /** Whether another callback is exchanging a code and may lead to an outcome yet. */
    boolean promisesAnOutcome(Instant now) {
        return rows.stream().anyMatch(row -> row.promises(code, now));
    }

    /** How many other codes of the flow were sent to WeChat, as far as the database was told. */
    long otherCodes() {
        return rows.stream()
                .filter(row -> row.isOf(code.flow()))
                .filter(row -> row.linked().isEmpty() && !row.isAbout(code))
                .count();
    }
}
