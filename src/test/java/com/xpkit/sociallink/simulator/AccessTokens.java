package com.xpkit.sociallink.simulator;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The access tokens handed out so far: good for 7200 seconds, for the visitor who allowed them. */
final class AccessTokens {

    static final Duration LIFETIME = Duration.ofSeconds(7200);

    private final Map<String, AccessToken> issued = new ConcurrentHashMap<>();
    private final Clock clock;
    private final Letters letters;

    AccessTokens(Clock clock, Letters letters) {
        this.clock = clock;
        this.letters = letters;
    }

    String issue(Grant grant) {
        String token = word();
        issued.put(token, new AccessToken(grant, clock.instant().plus(LIFETIME)));
        return token;
    }

    /** A text that looks like a token but is none. Refresh tokens are only such texts here. */
    String word() {
        return "82_" + letters.urlSafe(104);
    }

    Grant grant(String token) {
        AccessToken known =
                Optional.ofNullable(issued.get(token)).orElseThrow(() -> new Refused(40001));
        if (!clock.instant().isBefore(known.lapses)) {
            throw new Refused(42001);
        }
        return known.grant;
    }

    private record AccessToken(Grant grant, Instant lapses) {}
}
