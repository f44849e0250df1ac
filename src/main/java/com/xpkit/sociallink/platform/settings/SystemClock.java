package com.xpkit.sociallink.platform.settings;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;

/** Time comes in from outside the rules that use it. */
@ApplicationScoped
public class SystemClock {

    @Produces
    @Dependent
    public Clock utc() {
        return Clock.systemUTC();
    }
}
