package com.xpkit.sociallink.link;

import java.util.UUID;

/** What a callback's code comes to. */
sealed interface ExchangeResult {

    /** The visitor's profile. */
    record Linked(UUID profile) implements ExchangeResult {}

    /**
     * 103, 104 or 106.
     *
     * @param reason for the log: no secret, code, token, nickname or address
     */
    record Refused(LinkError error, String reason) implements ExchangeResult {}

    /** The code is spent, and no callback of its own flow has done it: only another code helps. */
    record SpentElsewhere(Restart restart) implements ExchangeResult {}
}
