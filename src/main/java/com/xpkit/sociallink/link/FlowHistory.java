package com.xpkit.sociallink.link;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the database knows about a flow and its codes, from the view of a callback with one of the codes.
 *
 * @param rows the rows of the flow, and of other flows that the browser names
 */
record FlowHistory(FlowCode code, List<LinkOutcome> rows) {

    static FlowHistory unknown(FlowCode code) {
        return new FlowHistory(code, List.of());
    }

    /** The callback's outcome: the flow's profile; otherwise the outcome of this code. */
    Optional<LinkOutcome> outcome() {
        return rows.stream()
                .filter(row -> row.explains(code))
                .min(LinkOutcome.nearestTo(code.flow()));
    }

    /** The same for a code that WeChat has just refused. An earlier refusal of the code explains nothing. */
    Optional<LinkOutcome> explanation() {
        return outcome().filter(outcome -> !outcome.isOfAnInvalidCode());
    }

    /** Whether another callback is exchanging a code and may still lead to an outcome. */
    boolean promisesAnOutcome(Instant now) {
        return rows.stream().anyMatch(row -> row.promises(code, now));
    }

    /** How many other codes of the flow were sent to WeChat, as far as the database knows. */
    long otherCodes() {
        return rows.stream()
                .filter(row -> row.isOf(code.flow()))
                .filter(row -> row.linked().isEmpty() && !row.isAbout(code))
                .count();
    }
}
