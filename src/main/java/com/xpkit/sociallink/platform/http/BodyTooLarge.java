package com.xpkit.sociallink.platform.http;

import com.xpkit.sociallink.platform.error.Refusal;

/** A body over the limit; the rest of it is not read. */
public class BodyTooLarge extends Refusal {

    /**
     * @param maxBytes the limit
     * @param setting the name of the setting with the limit
     */
    public BodyTooLarge(int maxBytes, String setting) {
        super(
                413,
                "body_too_large",
                "The body has more than %d bytes (%s).".formatted(maxBytes, setting));
    }
}
