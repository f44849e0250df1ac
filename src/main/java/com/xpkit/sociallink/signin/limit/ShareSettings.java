package com.xpkit.sociallink.signin.limit;

import com.xpkit.sociallink.platform.settings.CheckedSettings;
import com.xpkit.sociallink.platform.settings.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** How much of a node one account may use at a time. */
@ApplicationScoped
public class ShareSettings implements CheckedSettings {

    static final String AT_ONCE = "sociallink.limits.at-once";

    private int atOnce;

    protected ShareSettings() {}

    @Inject
    public ShareSettings(Settings settings) {
        atOnce = settings.number(AT_ONCE, 1, 1_000);
    }

    @Override
    public void check() {}

    /** How many API requests of an account a node processes at a time. */
    int atOnce() {
        return atOnce;
    }
}
