package com.xpkit.sociallink.simulator;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What the visitor does on the consent sheet; sources disagree about declining, so there are three ways. */
public enum Decision {
    /** 允许: the callback brings a code. */
    ACCEPT,
    /** 拒绝 in current clients: the sheet closes, and no callback comes at all. */
    CLOSE,
    /** 拒绝 in the documentation: a callback with the state only. */
    DECLINE_WITH_STATE_ONLY,
    /** 拒绝 in older clients: a callback with {@code code=authdeny} and a reason. */
    DECLINE_WITH_AUTHDENY;

    String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Decision> find(String wire) {
        return Arrays.stream(values()).filter(decision -> decision.wire().equals(wire)).findAny();
    }
}
