package com.xpkit.sociallink.platform.settings;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;

/** The clock is injected into the rules that use time. */
@ApplicationScoped
public class SystemClock {

    @Produces
    @Dependent
    public Clock utc() {
        return Clock.systemUTC();
    }
}
