package com.xpkit.sociallink.storage;

import jakarta.persistence.OptimisticLockException;
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

    /** Whether another writer came first: a unique key, a version or a lock says so. */
    public static boolean isConflict(Throwable failure) {
        return isBehind(failure)
                || isTransient(failure)
                || causes(failure).anyMatch(OptimisticLockException.class::isInstance);
    }

    /** Whether the database said it, or could not be asked. */
    public static boolean isOfTheDatabase(Throwable failure) {
        return causes(failure).anyMatch(SQLException.class::isInstance);
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause);
    }

    private static Optional<String> state(Throwable failure) {
        return causes(failure)
                .filter(SQLException.class::isInstance)
                .map(cause -> ((SQLException) cause).getSQLState())
                .filter(state -> state != null)
                .findFirst();
    }
}
