package com.xpkit.sociallink.signin.limit;

import com.xpkit.sociallink.platform.settings.CheckedSettings;
import com.xpkit.sociallink.platform.settings.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** How many wrong secrets or tokens are allowed in a window of time, on each node. */
@ApplicationScoped
public class FailureSettings implements CheckedSettings {

    private static final String PREFIX = "sociallink.failures.";
    private static final int MAX_WAITING = 10_000;

    private Allowance login;
    private Allowance client;
    private Allowance address;
    private int waiting;

    protected FailureSettings() {}

    @Inject
    public FailureSettings(Settings settings) {
        login = Allowance.read(settings, PREFIX + "login");
        client = Allowance.read(settings, PREFIX + "client");
        address = Allowance.read(settings, PREFIX + "address");
        waiting = settings.number(PREFIX + "waiting", 0, MAX_WAITING);
    }

    @Override
    public void check() {}

    /** For one client from one address. */
    Allowance login() {
        return login;
    }

    /** For one client from all addresses. */
    Allowance client() {
        return client;
    }

    /** For one address and all clients that it names. */
    Allowance address() {
        return address;
    }

    /** How many answers may be delayed at a time. */
    int waiting() {
        return waiting;
    }
}
