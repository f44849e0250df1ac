package com.xpkit.sociallink.api;

import java.util.Set;
import java.util.UUID;

/** Callers, where every account but {@link #UNKNOWN} is known. */
public final class CallerMother {

    public static final UUID UNKNOWN = UUID.randomUUID();

    private CallerMother() {}

    public static Caller app(UUID account, Scope... scopes) {
        var caller = nobody();
        caller.becomeApp("app", account, Set.of(scopes));
        return caller;
    }

    public static Caller operator() {
        var caller = nobody();
        caller.becomeOperator("operator");
        return caller;
    }

    static Caller nobody() {
        var caller = new Caller();
        caller.accounts = account -> !account.equals(UNKNOWN);
        return caller;
    }
}
