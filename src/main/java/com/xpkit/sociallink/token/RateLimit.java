package com.xpkit.sociallink.token;

import com.xpkit.sociallink.api.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Counts the requests of each client in fixed windows of time, on this node. */
@ApplicationScoped
public class RateLimit {

    private final Map<String, Window> windows = new ConcurrentHashMap<>();

    @Inject RateLimitSettings settings;

    @Inject Clock clock;

    /**
     * @throws RateLimited when the client has used up its window
     */
    void count(String client) {
        if (settings.isOff()) {
            return;
        }
        var length = settings.window().toMillis();
        var now = clock.millis();
        var window = windows.merge(client, new Window(now, 1), (old, one) -> old.next(now, length));
        if (window.requests() > settings.requests()) {
            throw new RateLimited((window.begin() + length - now + 999) / 1000);
        }
    }

    private record Window(long begin, long requests) {

        Window next(long now, long length) {
            return now - begin < length ? new Window(begin, requests + 1) : new Window(now, 1);
        }
    }

    /** Too many requests (RFC 6585, section 4). */
    public static class RateLimited extends Refusal {

        private final long seconds;

        RateLimited(long seconds) {
            super(429, "rate_limited", "Too many requests: try again in " + seconds + " seconds.");
            this.seconds = seconds;
        }

        @Override
        public Map<String, String> headers() {
            return Map.of("Retry-After", Long.toString(seconds));
        }
    }
}
