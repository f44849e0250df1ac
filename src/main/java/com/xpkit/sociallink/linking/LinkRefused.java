package com.xpkit.sociallink.linking;

/** The link went no further. */
public class LinkRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final LinkError error;

    /**
     * @param reason for the log: no secret, code, token, nickname or address
     */
    LinkRefused(LinkError error, String reason) {
        super(reason, null, false, false);
        this.error = error;
    }

    LinkError error() {
        return error;
    }
}
