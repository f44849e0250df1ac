package com.xpkit.sociallink.platform.upkeep;

import static org.assertj.core.api.Assertions.assertThat;

import com.xpkit.sociallink.MovableClock;
import jakarta.persistence.PersistenceException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ChoreRunningTest {

    private final MovableClock clock = new MovableClock();
    private final ChoreLeasesInMemory leases = new ChoreLeasesInMemory();
    private final ChoreRunning one = node();
    private final ChoreRunning other = node();
    private final Log log = new Log();
    private int runs;

    private ChoreRunning node() {
        var running = new ChoreRunning();
        running.leases = leases;
        running.clock = clock;
        return running;
    }

    @BeforeEach
    void listen() {
        Logger.getLogger(ChoreRunning.class.getName()).addHandler(log);
    }

    @AfterEach
    void stopListening() {
        Logger.getLogger(ChoreRunning.class.getName()).removeHandler(log);
    }

    @Test
    void runsAChoreOfEachNodeOnEach() {
        var chore = ChoreMother.onEachNode(() -> runs++);

        one.run(chore);
        other.run(chore);

        assertThat(runs).isEqualTo(2);
    }

    @Test
    void runsAChoreOfOneNodeOnceInItsPeriod() {
        var chore = ChoreMother.onOneNode(() -> runs++);

        one.run(chore);
        clock.advance(Duration.ofSeconds(89));
        other.run(chore);

        assertThat(runs).isEqualTo(1);
    }

    @Test
    void runsItAgainThoughTheNextTimeComesAMomentEarly() {
        var chore = ChoreMother.onOneNode(() -> runs++);

        one.run(chore);
        clock.advance(Duration.ofMillis(99_900));
        one.run(chore);

        assertThat(runs).isEqualTo(2);
    }

    @Test
    void neverRunsItOnTwoNodesAtOnce() {
        var chore =
                ChoreMother.onOneNode(
                        () -> {
                            runs++;
                            clock.advance(ChoreRunning.LEASE.minusMillis(1));
                            other.run(ChoreMother.onOneNode(() -> runs++));
                        });

        one.run(chore);

        assertThat(runs).isEqualTo(1);
    }

    @Test
    void takesItOverFromANodeThatDied() {
        leases.take("sweeping", clock.instant(), clock.instant().plus(ChoreRunning.LEASE));
        var chore = ChoreMother.onOneNode(() -> runs++);

        clock.advance(ChoreRunning.LEASE.minusMillis(1));
        other.run(chore);
        assertThat(runs).isZero();
        clock.advance(Duration.ofMillis(1));
        other.run(chore);

        assertThat(runs).isEqualTo(1);
    }

    @Test
    void leavesTheLeaseOfANodeThatHasTakenItOver() {
        var slow =
                ChoreMother.onOneNode(
                        () -> {
                            clock.advance(ChoreRunning.LEASE);
                            leases.take(
                                    "sweeping",
                                    clock.instant(),
                                    clock.instant().plus(ChoreRunning.LEASE));
                        });

        one.run(slow);
        one.run(ChoreMother.onOneNode(() -> runs++));

        assertThat(runs).isZero();
    }

    @Test
    void logsAFailureWithoutItsMessageAndRunsAgainNextTime() {
        one.run(
                ChoreMother.onOneNode(
                        () -> {
                            throw new IllegalStateException("oABC-of-a-visitor");
                        }));
        clock.advance(Duration.ofSeconds(100));
        one.run(ChoreMother.onOneNode(() -> runs++));

        assertThat(log.lines)
                .singleElement()
                .asString()
                .startsWith("The chore sweeping failed and runs again later: ")
                .contains("IllegalStateException")
                .doesNotContain("oABC");
        assertThat(runs).isEqualTo(1);
    }

    @Test
    void runsNothingWhenAnotherNodeWasFaster() {
        leases.failure = new PersistenceException(new SQLException("duplicate key", "23505"));

        one.run(ChoreMother.onOneNode(() -> runs++));

        assertThat(runs).isZero();
        assertThat(log.lines).isEmpty();
    }

    @Test
    void logsADatabaseThatIsAwayAndRunsNothing() {
        leases.failure = new PersistenceException(new SQLException("away", "08001"));

        one.run(ChoreMother.onOneNode(() -> runs++));

        assertThat(runs).isZero();
        assertThat(log.lines).singleElement().asString().contains("SQLException");
    }

    /** What the server's log shows meanwhile. */
    private static final class Log extends Handler {

        private final List<String> lines = new ArrayList<>();

        @Override
        public void publish(LogRecord line) {
            lines.add(line.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
