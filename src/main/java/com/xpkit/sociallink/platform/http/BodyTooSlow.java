package com.xpkit.sociallink.platform.http;

import com.xpkit.sociallink.platform.error.Refusal;
import java.time.Duration;
import java.util.Map;

/** A body that did not arrive in time; the rest of it is not read (RFC 9110, section 15.5.9). */
public class BodyTooSlow extends Refusal {

    public BodyTooSlow(Duration time) {
        super(
                408,
                "body_too_slow",
                "The body took longer than " + time + " (sociallink.limits.body-time).");
    }

    /** A connection with unread body data cannot be used again. */
    @Override
    public Map<String, String> headers() {
        return Map.of("Connection", "close");
    }
}
