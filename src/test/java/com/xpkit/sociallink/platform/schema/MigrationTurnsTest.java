package com.xpkit.sociallink.platform.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.xpkit.sociallink.platform.schema.MigrationLease.Held;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

class MigrationTurnsTest {

    private static final SQLException CONFLICT =
            new SQLException("Deadlock found when trying to get lock", "40001", 1213);
    private static final SQLException TOO_BUSY =
            new SQLException("Lock wait timeout exceeded", "HY000", 1205);

    private static final SQLException NO_ANSWER = new SQLException("Read timed out", "08000");

    private final List<String> story = new ArrayList<>();
    private final Lease lease = new Lease();
    private final Clock clock = new Clock();

    private Duration passed = Duration.ZERO;

    /** Another node has it, and gives a sign of life every five seconds unless it is dead. */
    private final class Lease extends MigrationLease {

        private final Deque<SQLException> refusals = new ArrayDeque<>();
        private boolean isHeldByAnother;
        private boolean isOtherDead;
        private boolean isMine;
        private boolean isLivelyAtTakeOver;

        Lease() {
            super(null);
        }

        @Override
        Optional<Held> find() {
            if (isMine) {
                return Optional.of(new Held("me", 0));
            }
            var beats = isOtherDead ? 7 : passed.toSeconds() / 5;
            return isHeldByAnother ? Optional.of(new Held("another", beats)) : Optional.empty();
        }

        @Override
        boolean isMine(Held held) {
            return held.holder().equals("me");
        }

        @Override
        void take() throws SQLException {
            if (!refusals.isEmpty()) {
                throw refusals.remove();
            }
            story.add("take");
        }

        @Override
        boolean takeOver(Held dead) {
            story.add("take over from " + dead.holder() + " after " + passed.toSeconds() + " s");
            return !isLivelyAtTakeOver;
        }

        @Override
        boolean renew() {
            return true;
        }

        @Override
        void giveUp() {
            story.add("give up");
        }
    }

    private final class Clock implements MigrationTurns.Time {

        @Override
        public Duration now() {
            return passed;
        }

        @Override
        public void pause(Duration duration) {
            passed = passed.plus(duration);
        }
    }

    private void migrate(BooleanSupplier isPending) {
        new MigrationTurns(lease, clock).take(isPending, () -> story.add("migrate"));
    }

    private boolean isBefore(int seconds) {
        return passed.toSeconds() < seconds;
    }

    @Test
    void needsNoLeaseWhereNothingIsMissing() {
        migrate(() -> false);

        assertThat(story).containsExactly("migrate");
    }

    @Test
    void migratesWithTheLease() {
        migrate(() -> true);

        assertThat(story).containsExactly("take", "migrate", "give up");
    }

    @Test
    void givesTheLeaseUpWhenTheMigrationFails() {
        assertThatThrownBy(
                        () ->
                                new MigrationTurns(lease, clock)
                                        .take(
                                                () -> true,
                                                () -> {
                                                    throw new IllegalArgumentException("halfway");
                                                }))
                .hasMessage("halfway");

        assertThat(story).containsExactly("take", "give up");
    }

    @Test
    void waitsForANodeThatGivesSignsOfLife() {
        lease.isHeldByAnother = true;

        migrate(() -> isBefore(300));

        assertThat(passed).hasSeconds(300);
        assertThat(story).containsExactly("migrate");
    }

    @Test
    void takesOverFromANodeThatHasGivenNoneForHalfAMinute() {
        lease.isHeldByAnother = true;
        lease.isOtherDead = true;

        migrate(() -> true);

        assertThat(story)
                .containsExactly("take over from another after 30 s", "migrate", "give up");
    }

    @Test
    void goesOnWaitingWhenTheOtherNodeIsAliveAfterAll() {
        lease.isHeldByAnother = true;
        lease.isOtherDead = true;
        lease.isLivelyAtTakeOver = true;

        migrate(() -> isBefore(31));

        assertThat(story).containsExactly("take over from another after 30 s", "migrate");
    }

    @Test
    void endsTheStartWhenTheOtherNodeTakesTooLong() {
        lease.isHeldByAnother = true;

        assertThatThrownBy(() -> migrate(() -> true))
                .isInstanceOf(StillMigrating.class)
                .hasMessageContaining("10 minutes");

        assertThat(passed).hasMinutes(10);
        assertThat(story).isEmpty();
    }

    @Test
    void looksAgainWhenAnotherNodeWasFaster() {
        lease.refusals.add(CONFLICT);

        migrate(() -> isBefore(1));

        assertThat(passed).hasSeconds(1);
        assertThat(story).containsExactly("migrate");
    }

    @Test
    void hasTheLeaseWhenOnlyTheAnswerToItsTryWasLost() {
        lease.isMine = true;

        migrate(() -> true);

        assertThat(story).containsExactly("migrate", "give up");
    }

    @Test
    void takesNoAnswerFromABusyMemberForAMissingMigration() {
        var answers =
                new ArrayDeque<RuntimeException>(
                        List.of(
                                new IllegalStateException(TOO_BUSY),
                                new IllegalStateException(NO_ANSWER)));
        lease.isHeldByAnother = true;

        migrate(
                () -> {
                    if (!answers.isEmpty()) {
                        throw answers.remove();
                    }
                    return isBefore(5);
                });

        assertThat(passed).hasSeconds(5);
        assertThat(story).containsExactly("migrate");
    }

    @Test
    void endsTheStartWhenTheLeaseIsRefusedForAnotherReason() {
        var refusal = new SQLException("CREATE command denied to user", "42000", 1142);
        lease.refusals.add(refusal);

        assertThatThrownBy(() -> migrate(() -> true)).hasRootCause(refusal);

        assertThat(story).isEmpty();
    }
}
