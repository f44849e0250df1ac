package com.xpkit.sociallink.platform.error;

/** A body that is not a JSON object, or is too large or too deep. */
public class InvalidBody extends Refusal {

    public InvalidBody(String description) {
        super(400, "invalid_request", description);
    }
}
