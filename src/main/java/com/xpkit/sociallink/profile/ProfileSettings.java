package com.xpkit.sociallink.profile;

import com.xpkit.sociallink.platform.settings.CheckedSettings;
import com.xpkit.sociallink.platform.settings.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** How much a profile may contain, how many profiles a request may name, and how many a merge may join. */
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
        // a document larger than a body could not be written back; see BodySettings
        maxDocumentLength = settings.number("sociallink.limits.body", 1_024, 64 * 1_024 * 1_024);
    }

    @Override
    public void check() {}

    /** The maximum number of keys and values of members without their own column: each array element counts. */
    int maxValues() {
        return maxValues;
    }

    /** The maximum number of profiles that one request may create. */
    public int maxProfiles() {
        return maxProfiles;
    }

    /** The maximum length, in characters, of the members without their own column, as JSON. */
    int maxDocumentLength() {
        return maxDocumentLength;
    }

    /** The maximum number of values in all profiles of a merge, and of changes that it makes. */
    public int maxMergedValues() {
        return maxMergedValues;
    }

    /** The approximate maximum size, in bytes, of all documents of a merge, and of its record. */
    public int maxMergeBytes() {
        return maxMergeBytes;
    }

    /** The maximum number of other profiles that a merge may name. */
    public int maxMergedProfiles() {
        return maxMergedProfiles;
    }
}
