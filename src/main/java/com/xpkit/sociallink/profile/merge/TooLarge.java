package com.xpkit.sociallink.profile.merge;

import com.xpkit.sociallink.platform.error.InvalidBody;

/** The refusal of profiles that exceed the limits together. */
final class TooLarge {

    private TooLarge() {}

    /**
     * @param what the unit: {@code values} or {@code changes}
     */
    static InvalidBody in(String what, int max) {
        return refused(max + " " + what + " (sociallink.limits.merge)");
    }

    static InvalidBody inBytes(int max) {
        return refused(max + " bytes (sociallink.limits.merge-bytes)");
    }

    private static InvalidBody refused(String limit) {
        return new InvalidBody(
                "The merge has more than " + limit + ": merge fewer profiles at once.");
    }
}
