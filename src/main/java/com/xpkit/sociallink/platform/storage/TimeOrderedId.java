package com.xpkit.sociallink.platform.storage;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;
import java.util.random.RandomGenerator;

/**
 * The ids of new rows: UUIDs of version 7 (RFC 9562, section 5.7). They begin with the time, so that a database adds new rows
 * at one end of each index. The other 74 bits are random, so that nobody can guess an id.
 */
public final class TimeOrderedId {

    private static final SecureRandom RANDOM = new SecureRandom();

    private TimeOrderedId() {}

    /**
     * A new id.
     *
     * @param now precise to the millisecond; ids of one millisecond have a random order
     */
    public static UUID at(Instant now) {
        return at(now, RANDOM);
    }

    static UUID at(Instant now, RandomGenerator random) {
        var version = 0x7000L;
        var variant = 0x8000_0000_0000_0000L;
        return new UUID(
                now.toEpochMilli() << 16 | version | random.nextInt(1 << 12),
                variant | random.nextLong() >>> 2);
    }

    /** The smallest id that {@link #at} can return for a moment. */
    public static UUID firstAt(Instant moment) {
        return new UUID(moment.toEpochMilli() << 16 | 0x7000L, 0x8000_0000_0000_0000L);
    }
}
