package com.xpkit.sociallink.platform.storage;

import jakarta.persistence.OptimisticLockException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads the reason out of what a persistence provider wraps around a database's refusal. */
public final class ConstraintViolations {

    /**
     * MariaDB gives both the state of any error: a row that has changed since the transaction read it, a lock
     * that was waited for too long.
     */
    private static final Set<Integer> TRANSIENT_OF_MARIADB = Set.of(1020, 1205);

    /** Of a statement that was told to end: H2's and PostgreSQL's; MariaDB's. */
    private static final Set<String> ENDED = Set.of("57014", "70100");

    private ConstraintViolations() {}

    /** Whether a constraint (SQLState class 23) refused the write: the database is the judge. */
    public static boolean isViolation(Throwable failure) {
        return refusal(failure).filter(r -> r.getSQLState().startsWith("23")).isPresent();
    }

    /** Whether the same transaction may succeed when tried again: deadlock, lock or write conflict. */
    public static boolean isTransient(Throwable failure) {
        return refusal(failure).filter(ConstraintViolations::isTransient).isPresent();
    }

    private static boolean isTransient(SQLException refusal) {
        var state = refusal.getSQLState();
        return state.startsWith("40")
                || state.equals("HYT00")
                || state.equals("HY000") && TRANSIENT_OF_MARIADB.contains(refusal.getErrorCode());
    }

    /** Whether another writer came first: a unique key, a version or a lock says so. */
    public static boolean isConflict(Throwable failure) {
        return isViolation(failure)
                || isTransient(failure)
                || causes(failure).anyMatch(OptimisticLockException.class::isInstance);
    }

    /** Whether a statement was ended because it took too long, or because an administrator said so. */
    public static boolean isTimedOut(Throwable failure) {
        return refusal(failure).filter(r -> ENDED.contains(r.getSQLState())).isPresent();
    }

    /** Whether the database said it, or could not be asked. */
    public static boolean isOfTheDatabase(Throwable failure) {
        return causes(failure).anyMatch(SQLException.class::isInstance);
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause);
    }

    private static Optional<SQLException> refusal(Throwable failure) {
        return causes(failure)
                .filter(SQLException.class::isInstance)
                .map(SQLException.class::cast)
                .filter(cause -> cause.getSQLState() != null)
                .findFirst();
    }
}
