package com.xpkit.sociallink.signin;

import com.xpkit.sociallink.platform.settings.CheckedSettings;
import com.xpkit.sociallink.platform.settings.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** How large the form of a token request may be, and how many are read at a time. */
@ApplicationScoped
public class FormSettings implements CheckedSettings {

    static final String FORM = "sociallink.limits.form";

    static final String PLACES = "sociallink.limits.forms";

    /** In bytes; a client id, a secret and a few scopes need a tenth of this. */
    private static final int MAX_BYTES = 16_384;

    private int maxBytes;
    private int places;

    protected FormSettings() {}

    @Inject
    public FormSettings(Settings settings) {
        maxBytes = settings.number(FORM, 1_024, MAX_BYTES);
        places = settings.number(PLACES, 1, 10_000);
    }

    @Override
    public void check() {}

    /** In bytes. */
    int maxBytes() {
        return maxBytes;
    }

    /** How many forms are read at a time. */
    int places() {
        return places;
    }
}
