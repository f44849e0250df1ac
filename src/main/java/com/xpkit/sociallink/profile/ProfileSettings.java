package com.xpkit.sociallink.profile;

import com.xpkit.sociallink.settings.CheckedSettings;
import com.xpkit.sociallink.settings.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** How much a profile may hold, and how many of them a request may name. */
@ApplicationScoped
public class ProfileSettings implements CheckedSettings {

    private int mostValues;
    private int mostProfiles;

    protected ProfileSettings() {}

    @Inject
    public ProfileSettings(Settings settings) {
        mostValues = settings.number("sociallink.limits.values", 1, 100_000);
        mostProfiles = settings.number("sociallink.limits.profiles", 1, 100_000);
    }

    @Override
    public void check() {}

    /** Keys, and values of members that have no column of their own, array elements included. */
    int mostValues() {
        return mostValues;
    }

    /** How many profiles one request may create. */
    public int mostProfiles() {
        return mostProfiles;
    }
}
