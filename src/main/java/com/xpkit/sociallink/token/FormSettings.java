package com.xpkit.sociallink.token;

import com.xpkit.sociallink.settings.CheckedSettings;
import com.xpkit.sociallink.settings.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** How large the form of a token request may be. */
@ApplicationScoped
public class FormSettings implements CheckedSettings {

    /** Of multipart form data, in bytes; annotations take no setting. */
    static final int LARGEST_MULTIPART = 16_384;

    private int largest;

    protected FormSettings() {}

    @Inject
    public FormSettings(Settings settings) {
        largest = settings.number("sociallink.limits.form", 1_024, LARGEST_MULTIPART);
    }

    @Override
    public void check() {}

    /** In bytes. */
    int largest() {
        return largest;
    }
}
