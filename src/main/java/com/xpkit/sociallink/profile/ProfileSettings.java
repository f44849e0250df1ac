package com.xpkit.sociallink.profile;

import com.xpkit.sociallink.platform.settings.CheckedSettings;
import com.xpkit.sociallink.platform.settings.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** How much a profile may hold, and how many of them a request may name and a merge may join. */
@ApplicationScoped
public class ProfileSettings implements CheckedSettings {

    private int mostValues;
    private int mostProfiles;
    private int longestDocument;
    private int mostMerged;
    private int largestMerge;
    private int mostMergedProfiles;

    protected ProfileSettings() {}

    @Inject
    public ProfileSettings(Settings settings) {
        mostValues = settings.number("sociallink.limits.values", 1, 100_000);
        mostProfiles = settings.number("sociallink.limits.profiles", 1, 100_000);
        mostMerged = settings.number("sociallink.limits.merge", 10, 1_000_000);
        largestMerge = settings.number("sociallink.limits.merge-bytes", 1_024, 256 * 1_024 * 1_024);
        mostMergedProfiles = settings.number("sociallink.limits.merge-profiles", 1, 1_000);
        // what no body can hold, nobody could write back; see BodySettings
        longestDocument = settings.number("sociallink.limits.body", 1_024, 64 * 1_024 * 1_024);
    }

    @Override
    public void check() {}

    /** Keys, and values of members that have no column of their own: each array element counts. */
    int mostValues() {
        return mostValues;
    }

    /** How many profiles one request may create. */
    public int mostProfiles() {
        return mostProfiles;
    }

    /** How many characters the members without a column of their own may have, written as JSON. */
    int longestDocument() {
        return longestDocument;
    }

    /** How many values the profiles of a merge may hold together, and how many changes it may be. */
    public int mostMerged() {
        return mostMerged;
    }

    /** About how many bytes the documents of a merge may have together, and its record. */
    public int largestMerge() {
        return largestMerge;
    }

    /** How many ids of others a merge may name. */
    public int mostMergedProfiles() {
        return mostMergedProfiles;
    }
}
