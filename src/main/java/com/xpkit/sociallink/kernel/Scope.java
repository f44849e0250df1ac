package com.xpkit.sociallink.kernel;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** What a client may do. */
public enum Scope {
    CONFIGURATION_READ,
    CONFIGURATION_WRITE,
    PROFILE_READ,
    PROFILE_WRITE,
    APP_READ,
    APP_WRITE,
    JOB_READ,
    ACCOUNT_READ,
    ACCOUNT_WRITE,
    METRICS_READ;

    /** The scopes that an app can have. Metrics are about all visitors, and an app belongs to one account. */
    public static final Set<Scope> OF_APPS =
            Set.copyOf(EnumSet.complementOf(EnumSet.of(METRICS_READ)));

    /** The scope in the API's spelling: {@code profile:read}. */
    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', ':');
    }

    public static Optional<Scope> of(String word) {
        return Arrays.stream(values()).filter(scope -> scope.word().equals(word)).findFirst();
    }
}
