package com.xpkit.sociallink;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that does not advance until it is moved. */
public final class MovableClock extends Clock {

    /** The time at which tests begin. */
    public static final Instant START = Instant.parse("2026-03-04T05:06:07Z");

    private volatile Instant now = START;

    public void advance(Duration step) {
        now = now.plus(step);
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
