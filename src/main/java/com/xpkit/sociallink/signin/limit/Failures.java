package com.xpkit.sociallink.signin.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.xpkit.sociallink.signin.limit.RateLimit.RateLimited;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Counts wrong secrets and tokens, so that guessing gets slower and then stops. An attacker cannot lock a client out
 * from other addresses: even while many addresses guess, each address has one try, and an address where the secret was
 * right before has all its tries. An attacker can lock a client out from the client's own address, but only the client
 * whose secret they guess, and clients that never signed in from there.
 */
@ApplicationScoped
public class Failures {

    private static final Duration SLOWEST = Duration.ofSeconds(8);
    private static final Duration FASTEST = Duration.ofMillis(100);
    private static final int MAX_NAME_LENGTH = 64;

    private Windows<Login> logins;
    private Windows<String> clients;
    private Windows<String> addresses;
    private Windows<String> tokens;

    /** The addresses from which each client has sent its secret. */
    private final Cache<Login, Boolean> known =
            Caffeine.newBuilder().expireAfterAccess(Duration.ofDays(7)).maximumSize(20_000).build();

    protected Failures() {}

    @Inject
    public Failures(FailureSettings settings, Clock clock) {
        logins = new Windows<>(settings.login(), clock);
        clients = new Windows<>(settings.client(), clock);
        addresses = new Windows<>(settings.address(), clock);
        tokens = new Windows<>(settings.address(), clock);
    }

    /**
     * Must be called before any secret is compared.
     *
     * @param names the client ids in the request
     * @throws RateLimited when this address has failed too often
     */
    public void admit(String address, Set<String> names) {
        logins(address, names).forEach(login -> refuseWithoutRest(logins, login));
        if (logins(address, names).anyMatch(login -> known.getIfPresent(login) != null)) {
            return;
        }
        refuseWithoutRest(addresses, address);
        logins(address, names)
                .filter(login -> clients.left(login.client()) == 0 && logins.counted(login) > 0)
                .findFirst()
                .ifPresent(
                        login -> {
                            throw clients.refusal(login.client());
                        });
    }

    private static <K> void refuseWithoutRest(Windows<K> windows, K key) {
        if (windows.left(key) == 0) {
            throw windows.refusal(key);
        }
    }

    /**
     * Counts a wrong secret.
     *
     * @return how long to delay the answer: not at all at first, then twice as long each time
     */
    public Duration count(String address, Set<String> names) {
        addresses.count(address);
        var slowest = pause(addresses.left(address));
        for (var login : logins(address, names).toList()) {
            logins.count(login);
            clients.count(login.client());
            var left = Math.min(logins.left(login), clients.left(login.client()));
            slowest = slowest.compareTo(pause(left)) > 0 ? slowest : pause(left);
        }
        return slowest;
    }

    private static Duration pause(long left) {
        var pause = Duration.ofMillis(SLOWEST.toMillis() >> Math.min(left, Long.SIZE - 1));
        return pause.compareTo(FASTEST) < 0 ? Duration.ZERO : pause;
    }

    /** The client knows its secret, so the failures before were slips. */
    public void forget(String address, String name) {
        var login = new Login(address, client(name));
        logins.forget(login);
        known.put(login, true);
    }

    /**
     * Counts a bearer token that is missing or invalid; a valid one is never refused.
     *
     * @throws RateLimited when the address has sent too many of them
     */
    public void countToken(String address) {
        if (!tokens.count(address)) {
            throw tokens.refusal(address);
        }
    }

    private static Stream<Login> logins(String address, Set<String> names) {
        return names.stream().map(name -> new Login(address, client(name))).distinct();
    }

    /** An app's id counts once in any case; all names that are longer than any id count as one. */
    private static String client(String name) {
        return name.length() > MAX_NAME_LENGTH ? "" : name.toLowerCase(Locale.ROOT);
    }

    private record Login(String address, String client) {}
}
