package com.xpkit.sociallink.platform.storage;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceException;
import jakarta.resource.spi.ResourceAllocationException;
import jakarta.transaction.SystemException;
import jakarta.transaction.TransactionalException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConstraintViolationsTest {

    @ParameterizedTest
    @ValueSource(strings = {"23505", "23503", "23000"})
    void findsAConstraintInsideWhateverAProviderWraps(String state) {
        var failure = wrapped(new SQLException("duplicate key", state));

        assertThat(ConstraintViolations.isViolation(failure)).isTrue();
        assertThat(ConstraintViolations.isConflict(failure)).isTrue();
        assertThat(ConstraintViolations.isTransient(failure)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"40001", "40P01", "HYT00"})
    void takesDeadlocksAndLocksForTransient(String state) {
        var failure = wrapped(new SQLException("deadlock", state));

        assertThat(ConstraintViolations.isTransient(failure)).isTrue();
        assertThat(ConstraintViolations.isConflict(failure)).isTrue();
        assertThat(ConstraintViolations.isViolation(failure)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {1020, 1205})
    void knowsMariaDbsTransientTroublesByTheirNumbers(int number) {
        var failure = wrapped(new SQLException("Record has changed", "HY000", number));

        assertThat(ConstraintViolations.isTransient(failure)).isTrue();
        assertThat(ConstraintViolations.isConflict(failure)).isTrue();
        assertThat(ConstraintViolations.isViolation(failure)).isFalse();
    }

    @Test
    void takesNoOtherTroubleOfTheSameStateForTransient() {
        assertThat(
                        ConstraintViolations.isTransient(
                                wrapped(new SQLException("No default", "HY000", 1364))))
                .isFalse();
        assertThat(
                        ConstraintViolations.isTransient(
                                wrapped(new SQLException("Of another product", "42000", 1205))))
                .isFalse();
    }

    /** Payara's transaction manager quotes the database in a text. */
    @Test
    void knowsARefusalAtTheCommitThatTheTransactionManagerOnlyQuotes() {
        var failure =
                new NotCommitted(
                        new TransactionalException(
                                "Managed bean with Transactional annotation",
                                new SystemException("40001")));
        var another = new IllegalStateException("a bug");

        CommitRefusals.remember(new SQLException("conflict", "40001"));
        assertThat(ConstraintViolations.isConflict(failure)).isTrue();
        assertThat(ConstraintViolations.isOfTheDatabase(failure)).isTrue();
        assertThat(ConstraintViolations.isConflict(another)).isFalse();
        assertThat(ConstraintViolations.isOfTheDatabase(another)).isFalse();

        CommitRefusals.forget();
        assertThat(ConstraintViolations.isConflict(failure)).isFalse();
        assertThat(ConstraintViolations.isOfTheDatabase(failure)).isFalse();
    }

    @Test
    void knowsThatAPoolHasNoConnectionToGive() {
        var failure =
                wrapped(
                        new SQLException(
                                "Error in allocating a connection",
                                new ResourceAllocationException("refused")));

        assertThat(ConstraintViolations.isOutOfReach(failure)).isTrue();
        assertThat(ConstraintViolations.isOfTheDatabase(failure)).isTrue();
        assertThat(ConstraintViolations.isConflict(failure)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "08001", "08006", "57P01", "57P02", "57P03", "25006", "25S03", "90098", "90121"
            })
    void knowsThatADatabaseIsOutOfReach(String state) {
        var failure = wrapped(new SQLException("away", state));

        assertThat(ConstraintViolations.isOutOfReach(failure)).isTrue();
        assertThat(ConstraintViolations.isConflict(failure)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"1047, true", "1290, true", "1836, true", "1364, false"})
    void knowsAMariaDbThatTakesNoWritesByItsNumber(int number, boolean isOutOfReach) {
        var failure = wrapped(new SQLException("read-only", "HY000", number));

        assertThat(ConstraintViolations.isOutOfReach(failure)).isEqualTo(isOutOfReach);
    }

    @ParameterizedTest
    @ValueSource(strings = {"57014", "70100"})
    void knowsThatAStatementWasEnded(String state) {
        var failure = wrapped(new SQLException("canceled", state));

        assertThat(ConstraintViolations.isTimedOut(failure)).isTrue();
        assertThat(ConstraintViolations.isConflict(failure)).isFalse();
        assertThat(ConstraintViolations.isTimedOut(wrapped(new SQLException("x", "57P01"))))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"08001", "22021", "42P01", "57P01"})
    void takesOtherTroublesForNoConflict(String state) {
        assertThat(ConstraintViolations.isConflict(wrapped(new SQLException("away", state))))
                .isFalse();
    }

    @Test
    void takesALostVersionForAConflict() {
        var failure = new IllegalStateException(new OptimisticLockException("changed"));

        assertThat(ConstraintViolations.isConflict(failure)).isTrue();
    }

    @Test
    void looksInsideExceptionsWithoutAState() {
        var failure = wrapped(new SQLException("outer", new SQLException("inner", "23505")));

        assertThat(ConstraintViolations.isViolation(failure)).isTrue();
    }

    @Test
    void takesAFailureWithoutADatabaseForNoConflict() {
        assertThat(ConstraintViolations.isConflict(new IllegalStateException("23505"))).isFalse();
    }

    private static RuntimeException wrapped(SQLException refused) {
        return new PersistenceException(new IllegalStateException(refused));
    }
}
