package com.xpkit.sociallink.simulator;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The codes issued so far: 32 alphanumerics beginning with 0, good once, for five minutes, for one appid. A spent
 * code is answered with 40163 for ever; when WeChat forgets it is not known.
 */
final class Codes {

    static final Duration LIFETIME = Duration.ofMinutes(5);

    private final Map<String, Code> issued = new ConcurrentHashMap<>();
    private final Clock clock;
    private final Letters letters;

    Codes(Clock clock, Letters letters) {
        this.clock = clock;
        this.letters = letters;
    }

    String issue(Grant grant) {
        String code = "0" + letters.alphanumeric(31);
        issued.put(code, new Code(grant, clock.instant().plus(LIFETIME), new AtomicBoolean()));
        return code;
    }

    /** The grant of the code, for the first caller only. */
    Grant spend(String code, OfficialAccount account) {
        Code known =
                Optional.ofNullable(issued.get(code))
                        .filter(found -> found.belongsTo(account))
                        .orElseThrow(() -> new Refused(40029));
        known.spend(clock.instant());
        return known.grant;
    }

    boolean isSpent(String code) {
        return Optional.ofNullable(issued.get(code)).map(known -> known.spent.get()).orElse(false);
    }

    int issued() {
        return issued.size();
    }

    int spent() {
        return (int) issued.values().stream().filter(code -> code.spent.get()).count();
    }

    private record Code(Grant grant, Instant lapses, AtomicBoolean spent) {

        boolean belongsTo(OfficialAccount account) {
            return grant.account().appId().equals(account.appId());
        }

        void spend(Instant now) {
            Refused.when(!spent.get() && !now.isBefore(lapses), 40029);
            // of several simultaneous callers exactly one gets past here
            Refused.when(!spent.compareAndSet(false, true), 40163);
        }
    }
}
