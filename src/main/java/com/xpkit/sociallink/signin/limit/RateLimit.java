package com.xpkit.sociallink.signin.limit;

import com.xpkit.sociallink.platform.error.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Counts the requests of each client and of each account, because an account can create any number of apps. Each node
 * counts separately.
 */
@ApplicationScoped
public class RateLimit {

    private Windows<String> clients;
    private Windows<UUID> accounts;

    protected RateLimit() {}

    @Inject
    public RateLimit(RateLimitSettings settings, Clock clock) {
        clients = new Windows<>(settings.client(), clock);
        accounts = new Windows<>(settings.account(), clock);
    }

    /**
     * @param account empty for a client without an account
     * @throws RateLimited when one of them has used up its window
     */
    public void count(String client, Optional<UUID> account) {
        count(clients, client);
        account.ifPresent(one -> count(accounts, one));
    }

    private static <K> void count(Windows<K> windows, K key) {
        if (!windows.count(key)) {
            throw windows.refusal(key);
        }
    }

    /** Too many requests, or too many failures (RFC 6585, section 4). */
    public static class RateLimited extends Refusal {

        private final long seconds;

        /**
         * @param limit the limit and what it allows
         * @param seconds until another request can succeed
         */
        RateLimited(String limit, long seconds) {
            super(
                    429,
                    "rate_limited",
                    "Too many requests: " + limit + ". Try again in " + seconds + " seconds.");
            this.seconds = seconds;
        }

        @Override
        public Map<String, String> headers() {
            return Map.of("Retry-After", Long.toString(seconds));
        }
    }
}
