package com.xpkit.sociallink.api;

import java.util.Arrays;
import java.util.Optional;

/** What an app may do. */
public enum Scope {
    CONFIGURATION_READ,
    CONFIGURATION_WRITE,
    PROFILE_READ,
    PROFILE_WRITE,
    APP_READ,
    APP_WRITE,
    JOB_READ,
    ACCOUNT_READ,
    ACCOUNT_WRITE;

    /** As the wire says it: {@code profile:read}. */
    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', ':');
    }

    public static Optional<Scope> of(String word) {
        return Arrays.stream(values()).filter(scope -> scope.word().equals(word)).findFirst();
    }
}
