package com.xpkit.sociallink.platform.storage;

import jakarta.persistence.OptimisticLockException;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds the database's reason for a refusal inside the exceptions of the persistence provider. */
public final class ConstraintViolations {

    /**
     * MariaDB reports both with the SQLState of a general error: a row that changed since the transaction read it, and
     * a lock wait that timed out.
     */
    private static final Set<Integer> TRANSIENT_OF_MARIADB = Set.of(1020, 1205);

    /** A statement that was cancelled: H2 and PostgreSQL; MariaDB. */
    private static final Set<String> ENDED = Set.of("57014", "70100");

    /**
     * PostgreSQL's: the server stops, has crashed or starts; a standby. MariaDB's driver: the connection broke in the middle of
     * a transaction, and the driver has made another one to the next host of the address. H2 closes its database, or has.
     */
    private static final Set<String> OUT_OF_REACH =
            Set.of("57P01", "57P02", "57P03", "25006", "25S03", "90098", "90121");

    /** A replica, and a member of a Galera that has lost the others. */
    private static final Set<Integer> READ_ONLY_OF_MARIADB = Set.of(1047, 1290, 1836);

    private static final String OF_A_POOL = "jakarta.resource.ResourceException";

    private ConstraintViolations() {}

    /** Whether a constraint refused the write (SQLState class 23). */
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

    /** Whether another writer was first, as a unique key, a version or a lock shows. */
    public static boolean isConflict(Throwable failure) {
        return isViolation(failure)
                || isTransient(failure)
                || causes(failure).anyMatch(OptimisticLockException.class::isInstance);
    }

    /** Whether a statement was cancelled because it took too long, or by an administrator. */
    public static boolean isTimedOut(Throwable failure) {
        return refusal(failure).filter(r -> ENDED.contains(r.getSQLState())).isPresent();
    }

    /** Whether the failure came from the database or from the connection to it. */
    public static boolean isOfTheDatabase(Throwable failure) {
        return causes(failure).anyMatch(SQLException.class::isInstance)
                || refusalAtCommit(failure).isPresent();
    }

    /**
     * Whether the database is changing hands, or was out of reach for another reason that may pass within seconds: a
     * connection broke or could not be made, the server is stopping or starting, or it is a standby that takes no writes.
     */
    public static boolean isOutOfReach(Throwable failure) {
        return refusal(failure).filter(ConstraintViolations::isOutOfReach).isPresent()
                || causes(failure).anyMatch(ConstraintViolations::isOfAPool);
    }

    private static boolean isOutOfReach(SQLException refusal) {
        var state = refusal.getSQLState();
        return state.startsWith("08")
                || OUT_OF_REACH.contains(state)
                || state.equals("HY000") && READ_ONLY_OF_MARIADB.contains(refusal.getErrorCode());
    }

    /**
     * Whether a server's pool had no connection to give. Payara reports that without a SQLState. Not every server lets
     * applications see the class.
     */
    private static boolean isOfAPool(Throwable cause) {
        return Stream.<Class<?>>iterate(cause.getClass(), Objects::nonNull, Class::getSuperclass)
                .anyMatch(type -> type.getName().equals(OF_A_POOL));
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause);
    }

    private static Optional<SQLException> refusal(Throwable failure) {
        return causes(failure)
                .filter(SQLException.class::isInstance)
                .map(SQLException.class::cast)
                .filter(cause -> cause.getSQLState() != null)
                .findFirst()
                .or(() -> refusalAtCommit(failure));
    }

    /** The failure of a commit may say nothing of the database. */
    private static Optional<SQLException> refusalAtCommit(Throwable failure) {
        return causes(failure).anyMatch(NotCommitted.class::isInstance)
                ? CommitRefusals.last().filter(refusal -> refusal.getSQLState() != null)
                : Optional.empty();
    }
}
