package com.xpkit.sociallink.platform.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.xpkit.sociallink.MovableClock;
import com.xpkit.sociallink.platform.storage.TimeLimits;
import com.xpkit.sociallink.platform.storage.TimeLimitsMother;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class CountsTest {

    private static final String FROM = " from Thing e where e.accountId = :account";

    private final MovableClock clock = new MovableClock();
    private final RowsInMemory rows = new RowsInMemory();
    private final LaterInMemory later = new LaterInMemory();
    private final Parameters parameters = parameters(UUID.randomUUID(), "x");
    private final Counts counts = counts();

    @Test
    void countsAShortListEachTime() {
        assertThat(counted(0)).isZero();
        assertThat(counted(7)).isEqualTo(7);
        assertThat(counted(Counts.EXACT)).isEqualTo(Counts.EXACT);
        assertThat(later.tasks).isEmpty();
    }

    @Test
    void showsTheLeastOfALongListUntilItIsCounted() {
        assertThat(counted(25_000)).isEqualTo(Counts.EXACT);
        assertThat(rows.counted).isZero();

        later.runAll();

        assertThat(counted(25_000)).isEqualTo(25_000);
    }

    @Test
    void waitsALittleForTheFirstCountOfALongList() {
        later.isAtOnce = true;

        assertThat(counted(25_000)).isEqualTo(25_000);
    }

    @Test
    void countsALongListOnceWhileTheCountIsFresh() {
        counted(25_000);
        later.runAll();
        clock.advance(Counts.FRESH);

        assertThat(counted(25_001)).isEqualTo(25_000);
        assertThat(later.tasks).isEmpty();
    }

    @Test
    void showsAnOldCountAndCountsAgain() {
        counted(25_000);
        later.runAll();
        clock.advance(Counts.FRESH.plusMillis(1));

        assertThat(counted(25_001)).isEqualTo(25_000);
        later.runAll();
        assertThat(counted(25_001)).isEqualTo(25_001);
    }

    @Test
    void showsNoLessThanItHasSeen() {
        counted(25_000);
        rows.size = 3;
        later.runAll();

        assertThat(counted(25_000)).isEqualTo(Counts.EXACT);
    }

    @Test
    void countsOneListAtATime() {
        counted(25_000);
        counted(25_000);

        assertThat(later.tasks).hasSize(1);
    }

    @Test
    void distinguishesListsByTheirValuesAndAccounts() {
        var account = UUID.randomUUID();
        countSoon(parameters(account, "x"));
        countSoon(parameters(account, "x"));
        assertThat(rows.counted).isEqualTo(1);

        countSoon(parameters(account, "y"));
        countSoon(parameters(UUID.randomUUID(), "x"));

        assertThat(rows.counted).isEqualTo(3);
    }

    @Test
    void countsAgainAfterACountThatFailed() {
        counted(25_000);
        rows.isAway = true;
        later.runAll();
        rows.isAway = false;

        assertThat(counted(25_000)).isEqualTo(Counts.EXACT);
        later.runAll();
        assertThat(counted(25_000)).isEqualTo(25_000);
    }

    @Test
    void countsAgainAfterTheServerWasTooBusy() {
        later.isBusy = true;
        assertThat(counted(25_000)).isEqualTo(Counts.EXACT);
        later.isBusy = false;

        counted(25_000);

        assertThat(later.tasks).hasSize(1);
    }

    /** Otherwise a tenant could fill the memory with long queries for long lists. */
    @Test
    void keepsCountsWithinABoundOfWhatTheirListsAreAskedFor() {
        rows.size = 25_000;
        later.isAtOnce = true;
        for (int i = 0; i < 100; i++) {
            counts.count(FROM, parameters(UUID.randomUUID(), "x".repeat(100_000)));
        }

        assertThat(counts.characters()).isPositive().isLessThanOrEqualTo(Counts.MAX_WEIGHT);
    }

    @Test
    void failsWithTheDatabaseBeforeAnyone() {
        rows.isAway = true;

        assertThatThrownBy(() -> counted(7)).isInstanceOf(IllegalStateException.class);
    }

    /**
     * A query outside the transaction runs on another connection. On H2 that connection kept the limit for its next
     * user.
     */
    @Test
    void makesEachQueryInTheTransactionThatLiftsItsLimit() {
        counts.statements.limits = new InTransaction();
        later.isAtOnce = true;

        assertThat(counted(25_000)).isEqualTo(25_000);
        assertThat(rows.madeOutside).isZero();
    }

    private final class InTransaction extends TimeLimits {

        @Override
        public <T> List<T> results(Supplier<TypedQuery<T>> making, EntityManager em) {
            rows.isInTransaction = true;
            try {
                return making.get().getResultList();
            } finally {
                rows.isInTransaction = false;
            }
        }
    }

    private long counted(int size) {
        rows.size = size;
        return counts.count(FROM, parameters);
    }

    private void countSoon(Parameters list) {
        rows.size = 25_000;
        counts.count(FROM, list);
        later.runAll();
    }

    private static Parameters parameters(UUID account, Object value) {
        var parameters = new Parameters(Optional.of(account));
        parameters.add(value);
        return parameters;
    }

    private Counts counts() {
        var counts = new Counts();
        counts.em = rows.entityManager();
        counts.executor = later.executor();
        counts.clock = clock;
        counts.statements = new ListStatements();
        counts.statements.limits = TimeLimitsMother.shipped();
        return counts;
    }
}
