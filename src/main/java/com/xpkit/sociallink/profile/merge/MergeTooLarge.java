package com.xpkit.sociallink.profile.merge;

import com.xpkit.sociallink.api.Refusal;

/** The profiles of a merge hold more together than the settings allow. */
public class MergeTooLarge extends Refusal {

    private MergeTooLarge(String description) {
        super(400, "invalid_request", description);
    }

    /**
     * @param what is counted: {@code values} or {@code changes}
     */
    static MergeTooLarge of(String what, int most) {
        return new MergeTooLarge(
                "The merge has more than %d %s (sociallink.limits.merge): merge fewer profiles at once."
                        .formatted(most, what));
    }

    /**
     * @param most characters
     */
    static MergeTooLarge ofCharacters(int most) {
        return new MergeTooLarge(
                ("The merge has more than %d characters (sociallink.limits.merge-characters):"
                                + " merge fewer profiles at once.")
                        .formatted(most));
    }
}
