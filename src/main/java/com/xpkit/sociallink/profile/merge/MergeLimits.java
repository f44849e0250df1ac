package com.xpkit.sociallink.profile.merge;

import com.xpkit.sociallink.platform.error.InvalidBody;
import com.xpkit.sociallink.profile.ProfileSettings;
import com.xpkit.sociallink.profile.Profiles;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.UUID;

/** How large a merge may be. It is checked before the profiles are loaded. */
@ApplicationScoped
public class MergeLimits {

    @Inject Profiles profiles;

    @Inject ProfileSettings settings;

    /**
     * Asks the database for sums alone, of the account's own profiles.
     *
     * @throws InvalidBody when the profiles hold too much together
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
     * The record of a merge, not too long to be read.
     *
     * @throws InvalidBody when it is
     */
    String checked(String changes) {
        if (changes.length() > settings.maxMergeBytes()) {
            throw TooLarge.inBytes(settings.maxMergeBytes());
        }
        return changes;
    }

    /** How many values all profiles may hold together, and how many changes there may be. */
    int max() {
        return settings.maxMergedValues();
    }
}
