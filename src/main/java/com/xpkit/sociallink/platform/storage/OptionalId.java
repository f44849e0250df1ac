package com.xpkit.sociallink.platform.storage;

import java.util.Optional;
import java.util.UUID;

/**
 * An id that may be absent, as a column stores it: the nil UUID (RFC 9562, section 5.9) in place of null. EclipseLink sends a
 * null UUID as a text, which PostgreSQL refuses, and releases before 4.0.10 fail when they read one.
 */
public final class OptionalId {

    public static final UUID NONE = new UUID(0, 0);

    private OptionalId() {}

    public static UUID stored(Optional<UUID> id) {
        return id.orElse(NONE);
    }

    public static Optional<UUID> read(UUID stored) {
        return Optional.of(stored).filter(id -> !id.equals(NONE));
    }
}
