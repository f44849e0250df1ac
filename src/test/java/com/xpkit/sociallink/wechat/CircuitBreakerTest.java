package com.xpkit.sociallink.wechat;

import static org.assertj.core.api.Assertions.assertThat;

import com.xpkit.sociallink.wechat.CircuitBreaker.Turn;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CircuitBreakerTest {

    private static final Duration LONGEST_CALL = Duration.ofSeconds(7);

    /** Close to the overflow, as {@link System#nanoTime()} may be. */
    private long now = Long.MAX_VALUE - 1;

    private final List<Boolean> heard = new ArrayList<>();
    private final CircuitBreaker breaker = new CircuitBreaker(() -> now, LONGEST_CALL, heard::add);

    @Test
    void opensWhenHalfOfTheLastTwentyCallsFailed() {
        calls(10, false);
        calls(9, true);
        assertThat(breaker.turn()).isPresent();

        calls(1, true);

        assertThat(breaker.turn()).isEmpty();
        assertThat(heard).containsExactly(true);
    }

    @Test
    void staysClosedBeforeTheTwentiethCall() {
        calls(19, true);

        assertThat(breaker.turn()).isPresent();
    }

    @Test
    void forgetsFailuresThatAreOlderThanTwentyCalls() {
        calls(9, true);
        calls(100, false);
        calls(9, true);

        assertThat(breaker.turn()).isPresent();
        assertThat(heard).isEmpty();
    }

    @Test
    void letsOneCallTryAfterAPause() {
        open();

        pass(CircuitBreaker.PAUSE.minusNanos(1));
        assertThat(breaker.turn()).isEmpty();
        pass(Duration.ofNanos(1));

        assertThat(breaker.turn()).isPresent();
        assertThat(breaker.turn()).isEmpty();
    }

    @Test
    void closesWhenTheTrialReachesWeChat() {
        open();
        var trial = trial();

        breaker.ended(trial, false);

        assertThat(breaker.turn()).isPresent();
        assertThat(heard).containsExactly(true, false);
        calls(19, true);
        assertThat(breaker.turn()).as("it counts from the beginning").isPresent();
    }

    @Test
    void pausesAgainWhenTheTrialFails() {
        open();

        breaker.ended(trial(), true);

        assertThat(breaker.turn()).isEmpty();
        pass(CircuitBreaker.PAUSE);
        assertThat(breaker.turn()).isPresent();
        assertThat(heard).containsExactly(true);
    }

    @Test
    void doesNotWaitForEverForATrialThatNeverEnds() {
        open();
        trial();

        pass(LONGEST_CALL.minusNanos(1));
        assertThat(breaker.turn()).isEmpty();
        pass(Duration.ofNanos(1));

        assertThat(breaker.turn()).isPresent();
    }

    @Test
    void letsAnotherCallTryWhenTheTrialDidNotTakePlace() {
        open();

        breaker.giveBack(trial());

        assertThat(breaker.turn()).isPresent();
        assertThat(breaker.turn()).isEmpty();
    }

    /** When a WeChat that hung answers again, the calls that it left hanging still fail for a while. */
    @Test
    void doesNotCountCallsThatBeganBeforeItOpened() {
        var early = turn();
        open();
        breaker.ended(early, false);
        assertThat(breaker.turn()).as("an early success is no trial").isEmpty();

        breaker.ended(trial(), false);
        for (int i = 0; i < 40; i++) {
            breaker.ended(early, true);
        }

        assertThat(breaker.turn()).isPresent();
    }

    private void calls(int times, boolean haveFailed) {
        for (int i = 0; i < times; i++) {
            breaker.ended(turn(), haveFailed);
        }
    }

    private void open() {
        calls(20, true);
        assertThat(breaker.turn()).isEmpty();
    }

    private Turn trial() {
        pass(CircuitBreaker.PAUSE);
        return turn();
    }

    private Turn turn() {
        Optional<Turn> turn = breaker.turn();
        assertThat(turn).isPresent();
        return turn.get();
    }

    private void pass(Duration time) {
        now += time.toNanos();
    }
}
