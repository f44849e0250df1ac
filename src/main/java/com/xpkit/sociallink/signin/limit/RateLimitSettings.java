package com.xpkit.sociallink.signin.limit;

import com.xpkit.sociallink.platform.settings.CheckedSettings;
import com.xpkit.sociallink.platform.settings.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** How many API requests a client and an account may make in a window of time, on each node. */
@ApplicationScoped
public class RateLimitSettings implements CheckedSettings {

    private static final String CLIENT = "sociallink.rate-limit";

    private Allowance client;
    private Allowance account;

    protected RateLimitSettings() {}

    @Inject
    public RateLimitSettings(Settings settings) {
        client = Allowance.read(settings, CLIENT);
        account = Allowance.read(settings, CLIENT + ".account");
    }

    @Override
    public void check() {}

    Allowance client() {
        return client;
    }

    Allowance account() {
        return account;
    }
}
