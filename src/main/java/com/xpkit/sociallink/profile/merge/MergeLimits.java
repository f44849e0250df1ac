package com.xpkit.sociallink.profile.merge;

import com.xpkit.sociallink.platform.error.InvalidBody;
import com.xpkit.sociallink.profile.ProfileSettings;
import com.xpkit.sociallink.profile.Profiles;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.UUID;

/** The limits for a merge. They are checked before the profiles are loaded. */
@ApplicationScoped
public class MergeLimits {

    @Inject Profiles profiles;

    @Inject ProfileSettings settings;

    /**
     * Checks the limits; only asks the database for sums, over the account's own profiles.
     *
     * @throws InvalidBody when the profiles are too large together
     */
    void check(UUID account, MergeForm form) {
        var ids = new ArrayList<>(form.profiles());
        ids.add(form.authority());
        if (profiles.countKeysOf(account, ids) > settings.maxMergedValues()) {
            throw TooLarge.in("values", settings.maxMergedValues());
        }
        if (profiles.bytesOf(account, ids) > settings.maxMergeBytes()) {
            throw TooLarge.inBytes(settings.maxMergeBytes());
        }
    }

    /**
     * Returns the record of a merge if it is not too long to be read.
     *
     * @throws InvalidBody when it is too long
     */
    String checked(String changes) {
        if (changes.length() > settings.maxMergeBytes()) {
            throw TooLarge.inBytes(settings.maxMergeBytes());
        }
        return changes;
    }

    /** How many values all profiles may have together, and how many changes there may be. */
    int max() {
        return settings.maxMergedValues();
    }
}
