package com.xpkit.sociallink.profile;

import com.xpkit.sociallink.platform.settings.CheckedSettings;
import com.xpkit.sociallink.platform.settings.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** How much a profile may hold, and how many of them a request may name and a merge may join. */
@ApplicationScoped
public class ProfileSettings implements CheckedSettings {

    private int maxValues;
    private int maxProfiles;
    private int maxDocumentLength;
    private int maxMergedValues;
    private int maxMergeBytes;
    private int maxMergedProfiles;

    protected ProfileSettings() {}

    @Inject
    public ProfileSettings(Settings settings) {
        maxValues = settings.number("sociallink.limits.values", 1, 100_000);
        maxProfiles = settings.number("sociallink.limits.profiles", 1, 100_000);
        maxMergedValues = settings.number("sociallink.limits.merge", 10, 1_000_000);
        maxMergeBytes =
                settings.number("sociallink.limits.merge-bytes", 1_024, 256 * 1_024 * 1_024);
        maxMergedProfiles = settings.number("sociallink.limits.merge-profiles", 1, 1_000);
        // what no body can hold, nobody could write back; see BodySettings
        maxDocumentLength = settings.number("sociallink.limits.body", 1_024, 64 * 1_024 * 1_024);
    }

    @Override
    public void check() {}

    /** Keys, and values of members that have no column of their own: each array element counts. */
    int maxValues() {
        return maxValues;
    }

    /** How many profiles one request may create. */
    public int maxProfiles() {
        return maxProfiles;
    }

    /** How many characters the members without a column of their own may have, written as JSON. */
    int maxDocumentLength() {
        return maxDocumentLength;
    }

    /** How many values the profiles of a merge may hold together, and how many changes it may be. */
    public int maxMergedValues() {
        return maxMergedValues;
    }

    /** About how many bytes the documents of a merge may have together, and its record. */
    public int maxMergeBytes() {
        return maxMergeBytes;
    }

    /** How many ids of others a merge may name. */
    public int maxMergedProfiles() {
        return maxMergedProfiles;
    }
}
