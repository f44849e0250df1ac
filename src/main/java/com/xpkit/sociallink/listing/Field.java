package com.xpkit.sociallink.listing;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * A member that lists filter and order by.
 *
 * @param name as the wire says it
 * @param path its JPQL, with {@code e} for the entity; never null in the database
 * @param membership for an array: JPQL that holds when {@code :value} is an element; else null
 * @param isTime whether values are timestamps
 */
public record Field(String name, String path, String membership, boolean isTime) {

    public static Field text(String name, String path) {
        return new Field(name, path, null, false);
    }

    public static Field time(String name, String path) {
        return new Field(name, path, null, true);
    }

    /** An array: a filter matches on any element; it orders by {@code path}. */
    public static Field array(String name, String path, String membership) {
        return new Field(name, path, membership, false);
    }

    boolean isArray() {
        return membership != null;
    }

    /** The value as the database compares it; empty when it is no value of this field. */
    Optional<Object> typed(String text) {
        if (!isTime) {
            // PostgreSQL takes no NUL, not even to compare
            return Optional.<Object>of(text).filter(t -> text.indexOf(0) < 0);
        }
        try {
            return Optional.of(OffsetDateTime.parse(text))
                    .filter(time -> Math.abs(time.getYear()) < 10_000)
                    .map(OffsetDateTime::toInstant);
        } catch (DateTimeException notATime) {
            return Optional.empty();
        }
    }

    /** What {@link #typed} reads again. */
    String untyped(Object value) {
        return value instanceof Instant instant ? instant.toString() : String.valueOf(value);
    }
}
