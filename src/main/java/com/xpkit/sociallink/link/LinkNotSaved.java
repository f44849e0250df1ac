package com.xpkit.sociallink.link;

/** The visitor's profile could not be saved. All other refusals are values of type {@link LinkResult.Refused}. */
public class LinkNotSaved extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final LinkError error;

    /**
     * @param reason for the log: no secret, code, token, nickname or address
     */
    LinkNotSaved(LinkError error, String reason) {
        super(reason, null, false, false);
        this.error = error;
    }

    LinkError error() {
        return error;
    }
}
