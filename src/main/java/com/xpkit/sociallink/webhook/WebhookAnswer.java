package com.xpkit.sociallink.webhook;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.apache.hc.client5.http.utils.DateUtils;

/**
 * A receiver's answer; only its head is read.
 *
 * @param status the final one, not that of an interim answer
 * @param retryAfter the {@code Retry-After} header as received
 */
record WebhookAnswer(int status, Optional<String> retryAfter) {

    static final Duration MAX_PAUSE = Duration.ofDays(1);

    private static final int GONE = 410;

    boolean isTaken() {
        return status >= 200 && status < 300;
    }

    /** Whether the receiver wants no more calls (RFC 9110, 15.5.11). */
    boolean isGone() {
        return status == GONE;
    }

    /**
     * How long the receiver asks us to wait (RFC 9110, 10.2.3): seconds or a date, at most a day. Zero when the header
     * is missing or invalid.
     */
    Duration pause(Instant now) {
        return retryAfter
                .map(String::trim)
                .map(text -> text.matches("[0-9]+") ? seconds(text) : until(text, now))
                .filter(pause -> !pause.isNegative())
                .map(pause -> pause.compareTo(MAX_PAUSE) < 0 ? pause : MAX_PAUSE)
                .orElse(Duration.ZERO);
    }

    private static Duration seconds(String digits) {
        return digits.length() > 9 ? MAX_PAUSE : Duration.ofSeconds(Long.parseLong(digits));
    }

    private static Duration until(String date, Instant now) {
        return Optional.ofNullable(DateUtils.parseStandardDate(date))
                .map(then -> Duration.between(now, then))
                .orElse(Duration.ZERO);
    }
}
