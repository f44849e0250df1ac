package com.xpkit.sociallink.api;

/** A body over the limit; the rest of it is not read. */
public class BodyTooLarge extends Refusal {

    public BodyTooLarge(int largest) {
        super(413, "body_too_large", "The body has more than " + largest + " bytes.");
    }
}
