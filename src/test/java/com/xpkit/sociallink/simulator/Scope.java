package com.xpkit.sociallink.simulator;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What an authorisation asks for. */
public enum Scope {
    SNSAPI_BASE,
    SNSAPI_USERINFO;

    /** The scope as WeChat writes it, {@code snsapi_base} or {@code snsapi_userinfo}. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Scope> find(String wire) {
        return Arrays.stream(values()).filter(scope -> scope.wire().equals(wire)).findAny();
    }
}
