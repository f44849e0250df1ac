package com.xpkit.sociallink.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.xpkit.sociallink.MovableClock;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CountsTest {

    private static final String FROM = " from Thing e where e.accountId = :account";

    private final MovableClock clock = new MovableClock();
    private final RowsInMemory rows = new RowsInMemory();
    private final LaterInMemory later = new LaterInMemory();
    private final Parameters parameters = parameters();
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
    void showsAnOldCountAndCountsAnew() {
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
    void tellsListsApartByTheirValuesAndAccounts() {
        counted(25_000);
        later.runAll();
        var other = parameters();
        other.add("x");

        assertThat(counts.count(FROM, other)).isEqualTo(Counts.EXACT);
        later.runAll();
        assertThat(counts.count(FROM, parameters())).isEqualTo(Counts.EXACT);
        assertThat(rows.counted).isEqualTo(2);
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

    @Test
    void failsWithTheDatabaseBeforeAnyone() {
        rows.isAway = true;

        assertThatThrownBy(() -> counted(7)).isInstanceOf(IllegalStateException.class);
    }

    private long counted(int size) {
        rows.size = size;
        return counts.count(FROM, parameters);
    }

    private static Parameters parameters() {
        return new Parameters(Optional.of(UUID.randomUUID()));
    }

    private Counts counts() {
        var counts = new Counts();
        counts.em = rows.entityManager();
        counts.executor = later.executor();
        counts.clock = clock;
        return counts;
    }
}
