package com.xpkit.sociallink.platform.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceException;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

class AttemptsTest {

    private static final RuntimeException DUPLICATE =
            new PersistenceException(new SQLException("duplicate key", "23505"));
    private static final RuntimeException DEADLOCK =
            new PersistenceException(new SQLException("deadlock", "40P01"));
    private static final RuntimeException VERSION = new OptimisticLockException("changed");
    private static final RuntimeException AWAY =
            new PersistenceException(new SQLException("away", "08001"));

    @Test
    void takesTheFirstThatSucceeds() {
        var transactions = failing(DUPLICATE, DEADLOCK, VERSION);

        assertThat(Attempts.upTo(9, transactions)).isEqualTo("done");
    }

    @Test
    void triesOnceWhenNothingFails() {
        var refusals = new ArrayDeque<RuntimeException>();

        assertThat(Attempts.upTo(1, failing(refusals))).isEqualTo("done");
    }

    @Test
    void givesUpAfterSoManyTriesWithTheLastRefusal() {
        assertThat(Attempts.upTo(3, failing(DUPLICATE, DUPLICATE))).isEqualTo("done");
        assertThatThrownBy(() -> Attempts.upTo(3, failing(DUPLICATE, DUPLICATE, DEADLOCK)))
                .isSameAs(DEADLOCK);
        assertThatThrownBy(() -> Attempts.upTo(1, failing(VERSION))).isSameAs(VERSION);
    }

    @Test
    void triesNothingAgainThatIsNotAConflict() {
        var refusals = new ArrayDeque<>(List.of(DUPLICATE, AWAY, DUPLICATE));

        assertThatThrownBy(() -> Attempts.upTo(9, failing(refusals))).isSameAs(AWAY);
        assertThat(refusals).hasSize(1);
    }

    @Test
    void countsTheAttemptsFromOne() {
        var numbers = new ArrayList<Integer>();

        var last =
                Attempts.upTo(
                        9,
                        number -> {
                            numbers.add(number);
                            if (number < 3) {
                                throw VERSION;
                            }
                            return number;
                        });

        assertThat(last).isEqualTo(3);
        assertThat(numbers).containsExactly(1, 2, 3);
    }

    @Test
    void takesWhatAnotherWriterHasMadeEvenAfterTheLastTry() {
        var others = new ArrayDeque<>(List.of(Optional.<String>empty(), Optional.of("another's")));

        assertThat(Attempts.upTo(2, failing(VERSION, DUPLICATE), others::remove))
                .isEqualTo("another's");
    }

    @Test
    void asksForNothingOfOthersWithoutAConflict() {
        var asked = new ArrayList<String>();

        assertThatThrownBy(
                        () ->
                                Attempts.upTo(
                                        2,
                                        failing(AWAY),
                                        () -> {
                                            asked.add("asked");
                                            return Optional.of("another's");
                                        }))
                .isSameAs(AWAY);
        assertThat(asked).isEmpty();
    }

    private static IntFunction<String> failing(RuntimeException... refusals) {
        return failing(new ArrayDeque<>(List.of(refusals)));
    }

    private static IntFunction<String> failing(Queue<RuntimeException> refusals) {
        return attempt -> {
            if (!refusals.isEmpty()) {
                throw refusals.remove();
            }
            return "done";
        };
    }
}
