package com.xpkit.sociallink.platform.storage;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class H2TurnsTest {

    private static final Duration AT_ONCE = Duration.ofMillis(20);
    private static final Duration LONG = Duration.ofSeconds(20);

    private final H2Turns turns = new H2Turns(LONG, LONG);

    @Test
    void letsOneTransactionWriteAtATime() throws Exception {
        turns.begin();
        turns.beginWriting();

        var second = write(turns);
        assertThat(second).isNotDone();
        turns.end(true);
        second.get(5, SECONDS);
    }

    @Test
    void refusesAWriterThatHasWaitedLongAsAConflict() throws SQLException {
        var impatient = new H2Turns(LONG, AT_ONCE);
        impatient.begin();
        impatient.beginWriting();

        assertThatThrownBy(() -> write(impatient).get(5, SECONDS))
                .rootCause()
                .matches(ConstraintViolations::isTransient);
    }

    /** Flyway does that. */
    @Test
    void letsAThreadWriteInTwoTransactions() throws Exception {
        turns.begin();
        turns.beginWriting();
        turns.begin();
        turns.beginWriting();

        var other = write(turns);
        turns.end(true);
        assertThat(other).isNotDone();
        turns.end(true);
        other.get(5, SECONDS);
    }

    @Test
    void letsAnyNumberReadWhileOneWrites() throws SQLException {
        turns.begin();
        turns.beginWriting();

        turns.begin();
        turns.begin();
        turns.end(false);
        turns.end(false);
        turns.end(true);
    }

    @Test
    void pausesWhenTheRunningTransactionsHaveEnded() throws Exception {
        turns.begin();

        var pause = CompletableFuture.supplyAsync(() -> turns.pause(LONG));
        assertThat(pause).isNotDone();
        turns.end(false);
        assertThat(pause.get(5, SECONDS)).isTrue();
    }

    @Test
    void doesNotPauseWhileATransactionGoesOn() throws SQLException {
        turns.begin();

        assertThat(turns.pause(AT_ONCE)).isFalse();
        turns.begin();
    }

    @Test
    void keepsTransactionsWaitingUntilThePauseIsOver() throws Exception {
        turns.pause(AT_ONCE);

        var next = write(turns);
        assertThat(turns.pause(AT_ONCE)).isFalse();
        assertThat(next).isNotDone();
        turns.resume();
        next.get(5, SECONDS);
    }

    @Test
    void refusesATransactionThatHasWaitedLongAsIfTheDatabaseWereAway() {
        var impatient = new H2Turns(AT_ONCE, LONG);
        impatient.pause(AT_ONCE);

        assertThatThrownBy(impatient::begin).matches(ConstraintViolations::isOutOfReach);
    }

    private static CompletableFuture<Void> write(H2Turns turns) {
        return CompletableFuture.runAsync(
                () -> {
                    try {
                        turns.begin();
                        turns.beginWriting();
                        turns.end(true);
                    } catch (SQLException refused) {
                        throw new IllegalStateException(refused);
                    }
                });
    }
}
