package com.xpkit.sociallink.profile.merge;

import com.xpkit.sociallink.platform.error.InvalidBody;

/** What is said of profiles that hold more together than the settings allow. */
final class TooLarge {

    private TooLarge() {}

    /**
     * @param what is counted: {@code values} or {@code changes}
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
