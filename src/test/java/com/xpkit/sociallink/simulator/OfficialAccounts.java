package com.xpkit.sociallink.simulator;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The registered Official Accounts. */
final class OfficialAccounts {

    private final Map<String, OfficialAccount> registered = new ConcurrentHashMap<>();

    void register(OfficialAccount account) {
        registered.put(account.appId(), account);
    }

    Optional<OfficialAccount> find(String appId) {
        return Optional.ofNullable(registered.get(appId));
    }

    OfficialAccount named(String appId) {
        return find(appId)
                .orElseThrow(() -> new IllegalArgumentException(appId + " is not registered"));
    }
}
