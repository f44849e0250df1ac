package com.xpkit.sociallink.api;

import com.xpkit.sociallink.settings.CheckedSettings;
import com.xpkit.sociallink.settings.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** How large and how deep a body may be. */
@ApplicationScoped
public class BodySettings implements CheckedSettings {

    private int largest;
    private int deepest;

    protected BodySettings() {}

    @Inject
    public BodySettings(Settings settings) {
        largest = settings.number("sociallink.limits.body", 1_024, 64 * 1_024 * 1_024);
        // JSON parsers have a limit of their own, at 1,000
        deepest = settings.number("sociallink.limits.depth", 4, 900);
    }

    @Override
    public void check() {}

    /** In bytes. */
    int largest() {
        return largest;
    }

    /** How many objects and arrays may stand in one another. */
    int deepest() {
        return deepest;
    }
}
