package com.xpkit.sociallink.link;

import java.util.UUID;

/** The result of exchanging a callback's code. */
sealed interface ExchangeResult {

    /** The visitor's profile. */
    record Linked(UUID profile) implements ExchangeResult {}

    /**
     * 103, 104 or 106.
     *
     * @param reason for the log: no secret, code, token, nickname or address
     */
    record Refused(LinkError error, String reason) implements ExchangeResult {}

    /** The code is spent, but not by a callback of its own flow. The flow needs another code. */
    record SpentElsewhere(Restart restart) implements ExchangeResult {}
}
