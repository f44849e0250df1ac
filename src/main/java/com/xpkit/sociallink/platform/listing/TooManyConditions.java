package com.xpkit.sociallink.platform.listing;

import com.xpkit.sociallink.platform.error.Refusal;

/** A list with more filters than {@code sociallink.limits.conditions} allows; none of them was evaluated. */
public class TooManyConditions extends Refusal {

    TooManyConditions(long conditions, int max) {
        super(
                400,
                "invalid_request",
                "The list has %d conditions; at most %d are allowed (%s)."
                        .formatted(conditions, max, ListRequestSettings.CONDITIONS));
    }
}
