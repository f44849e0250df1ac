package com.xpkit.sociallink.kernel.quota;

import com.xpkit.sociallink.platform.error.Refusal;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** The account has reached a quota. The message names the setting and its value. */
public class QuotaReached extends Refusal {

    private final transient Optional<Duration> pause;

    private QuotaReached(int status, String description, Optional<Duration> pause) {
        super(status, "quota_reached", description);
        this.pause = pause;
    }

    /** Status 409: the quota stays reached until something stored is deleted. */
    static QuotaReached untilDeleted(String description) {
        return new QuotaReached(409, description, Optional.empty());
    }

    /** Status 429 with {@code Retry-After}: the number goes down by itself. */
    static QuotaReached untilDone(String description, Duration pause) {
        return new QuotaReached(429, description, Optional.of(pause));
    }

    @Override
    public Map<String, String> headers() {
        return pause.map(wait -> Map.of("Retry-After", Long.toString(wait.toSeconds())))
                .orElse(Map.of());
    }
}
