package com.xpkit.sociallink.storage;

import java.sql.SQLException;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads the reason out of what a persistence provider wraps around a database's refusal. */
public final class ConstraintViolations {

    private ConstraintViolations() {}

    /** Whether a constraint (SQLState class 23) refused the write: the database is the judge. */
    public static boolean isBehind(Throwable failure) {
        return state(failure).filter(state -> state.startsWith("23")).isPresent();
    }

    /** Whether the same transaction may succeed when tried again: deadlock, lock or write conflict. */
    public static boolean isTransient(Throwable failure) {
        return state(failure)
                .filter(state -> state.startsWith("40") || state.equals("HYT00"))
                .isPresent();
    }

    private static Optional<String> state(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .filter(SQLException.class::isInstance)
                .map(cause -> ((SQLException) cause).getSQLState())
                .filter(state -> state != null)
                .findFirst();
    }
}
