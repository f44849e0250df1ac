package com.xpkit.sociallink.platform.upkeep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

class ChoreRoundsTest {

    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private int runs;

    @Test
    void leavesTheWorkToTheExecutor() {
        new ChoreRounds(() -> runs++, waiting::add).begin();

        assertThat(runs).isZero();
        waiting.remove().run();
        assertThat(runs).isEqualTo(1);
    }

    @Test
    void beginsNoSecondWhileTheFirstRuns() {
        var rounds = new ChoreRounds(() -> runs++, waiting::add);

        rounds.begin();
        rounds.begin();

        assertThat(waiting).hasSize(1);
        waiting.remove().run();
        rounds.begin();
        assertThat(waiting).hasSize(1);
    }

    @Test
    void beginsAgainAfterARoundThatFailed() {
        var rounds =
                new ChoreRounds(
                        () -> {
                            throw new IllegalStateException();
                        },
                        waiting::add);

        rounds.begin();
        assertThatThrownBy(waiting.remove()::run).isInstanceOf(IllegalStateException.class);
        rounds.begin();

        assertThat(waiting).hasSize(1);
    }

    @Test
    void beginsAgainAfterTheExecutorHasRefusedARound() {
        var refused = new int[1];
        var rounds =
                new ChoreRounds(
                        () -> runs++,
                        round -> {
                            refused[0]++;
                            throw new RejectedExecutionException();
                        });

        rounds.begin();
        rounds.begin();

        assertThat(refused[0]).isEqualTo(2);
        assertThat(runs).isZero();
    }
}
