package com.xpkit.sociallink.link;

import static org.assertj.core.api.Assertions.assertThat;

import com.xpkit.sociallink.MovableClock;
import com.xpkit.sociallink.link.flow.Flow;
import com.xpkit.sociallink.link.flow.FlowMother;
import com.xpkit.sociallink.platform.metrics.Metrics;
import com.xpkit.sociallink.platform.metrics.MetricsText;
import com.xpkit.sociallink.platform.settings.SettingsMother;
import com.xpkit.sociallink.wechat.WeChatSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OutcomeWaitingTest {

    private static final Duration AT_ONCE = Duration.ZERO;
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);
    private static final Duration LONGEST = Duration.ofSeconds(6);

    private final Flow flow = FlowMother.any();
    private final Flow other = FlowMother.any();
    private final FlowCode code = FlowCode.of(flow, "code1");
    private final FlowCode otherCode = FlowCode.of(flow, "code2");
    private final UUID profile = UUID.randomUUID();
    private final MovableClock clock = new MovableClock();
    private final TimerByHand timer = new TimerByHand();
    private final SavingInMemory saved = new SavingInMemory();
    private final Exchanges exchanges = new Exchanges(FlowMother.settings());
    private final Metrics metrics = new Metrics();
    private final OutcomeWaiting waiting = new OutcomeWaiting();

    @BeforeEach
    void assemble() {
        waiting.saving = saved;
        waiting.exchanges = exchanges;
        waiting.timer = timer;
        waiting.metrics = metrics;
        waiting.clock = clock;
        waiting.wechat =
                new WeChatSettings(SettingsMother.with("sociallink.wechat.timeout", "PT5S"));
    }

    @Test
    void answersAtOnceWhenNobodyIsExchangingACode() {
        assertThat(explanation(AT_ONCE)).isCompletedWithValue(Optional.empty());
        assertThat(timer.planned()).isZero();
    }

    @Test
    void answersAtOnceWhenTheCodeIsExplained() {
        saved.outcomes.add(linked(code));

        assertThat(explanation(OutcomeWaiting.GRACE)).isCompletedWithValueMatching(this::isLinked);
        assertThat(timer.planned()).isZero();
    }

    /** The calling thread does not wait: it returns, and the scheduled look-up continues. */
    @Test
    void waitsForAnotherCallbackOfThisNodeAndOccupiesNoThread() {
        exchanges.begin(new Exchange(otherCode));
        var explanation = explanation(AT_ONCE);
        pass(BETWEEN_LOOKS);
        assertThat(explanation).isNotDone();

        saved.outcomes.add(linked(otherCode));
        pass(BETWEEN_LOOKS);

        assertThat(explanation).isCompletedWithValueMatching(this::isLinked);
    }

    @Test
    void waitsOnlyForAnotherFlowWithTheSameCode() {
        exchanges.begin(new Exchange(FlowCode.of(other, "code2")));
        assertThat(explanation(AT_ONCE)).isDone();

        exchanges.begin(new Exchange(FlowCode.of(other, "code1")));
        assertThat(explanation(AT_ONCE)).isNotDone();
        assertThat(saved.otherStates).containsExactly(other.state());
    }

    @Test
    void waitsForNoFlowThatTheBrowserDoesNotName() {
        exchanges.begin(new Exchange(FlowCode.of(FlowMother.any(), "code1")));

        assertThat(explanation(AT_ONCE)).isDone();
    }

    @Test
    void waitsNoLongerThanTheOtherCallbackDoes() {
        var exchange = new Exchange(otherCode);
        exchanges.begin(exchange);
        var explanation = explanation(AT_ONCE);

        exchange.leaveWeChat();
        pass(BETWEEN_LOOKS);

        assertThat(explanation).isCompletedWithValue(Optional.empty());
    }

    @Test
    void waitsForACallbackOfAnotherNode() {
        saved.outcomes.add(exchanging(otherCode, LONGEST));
        var explanation = explanation(AT_ONCE);
        pass(BETWEEN_LOOKS);
        assertThat(explanation).isNotDone();

        saved.outcomes.add(linked(otherCode));
        pass(BETWEEN_LOOKS);

        assertThat(explanation).isCompletedWithValueMatching(this::isLinked);
    }

    @Test
    void waitsForANodeThatHasDiedNoLongerThanItSaid() {
        saved.outcomes.add(exchanging(otherCode, Duration.ofSeconds(2)));
        var explanation = explanation(AT_ONCE);

        pass(Duration.ofMillis(1900));
        assertThat(explanation).isNotDone();
        pass(Duration.ofMillis(100));

        assertThat(explanation).isCompletedWithValue(Optional.empty());
    }

    @Test
    void waitsForNobodyLongerThanWeChatMayTake() {
        saved.outcomes.add(exchanging(otherCode, Duration.ofHours(1)));
        var explanation = explanation(AT_ONCE);

        pass(LONGEST.minusMillis(1));
        assertThat(explanation).isNotDone();
        pass(Duration.ofMillis(1));

        assertThat(explanation).isCompletedWithValue(Optional.empty());
    }

    @Test
    void givesAnotherNodeTimeToReport() {
        var explanation = explanation(OutcomeWaiting.GRACE);
        pass(ExchangeNotices.PATIENCE);
        assertThat(explanation).isNotDone();

        saved.outcomes.add(exchanging(code, LONGEST));
        pass(OutcomeWaiting.GRACE);
        assertThat(explanation).isNotDone();
        saved.outcomes.add(linked(code));
        pass(BETWEEN_LOOKS);

        assertThat(explanation).isCompletedWithValueMatching(this::isLinked);
    }

    @Test
    void endsWithTheTimeThatItGivesOtherNodes() {
        var explanation = explanation(OutcomeWaiting.GRACE);

        pass(OutcomeWaiting.GRACE);

        assertThat(explanation).isCompletedWithValue(Optional.empty());
    }

    @Test
    void waitsOnThoughWeChatCalledAnotherCodeInvalid() {
        saved.outcomes.add(LinkOutcome.refused(code, LinkError.NO_TOKEN));
        saved.outcomes.add(exchanging(otherCode, LONGEST));

        assertThat(explanation(AT_ONCE)).isNotDone();
    }

    @Test
    void letsNoMoreThanSixtyFourWait() {
        saved.outcomes.add(exchanging(otherCode, LONGEST));
        var first =
                IntStream.range(0, OutcomeWaiting.MAX_WAITING)
                        .mapToObj(i -> explanation(AT_ONCE))
                        .toList();

        assertThat(first).allMatch(one -> !one.isDone());
        assertThat(explanation(AT_ONCE)).isCompletedWithValue(Optional.empty());
        assertThat(waiting.follow(new CompletableFuture<UUID>())).isEmpty();
        assertThat(waitingNow()).isEqualTo(64);

        pass(LONGEST);
        assertThat(first).allMatch(CompletableFuture::isDone);
        assertThat(waitingNow()).isZero();
        assertThat(explanation(AT_ONCE)).isDone();
    }

    @Test
    void countsThoseThatFollowAnExchange() {
        var result = new CompletableFuture<UUID>();

        var followed = waiting.follow(result).orElseThrow().toCompletableFuture();
        assertThat(waitingNow()).isEqualTo(1);
        result.completeExceptionally(new IllegalStateException("unexpected"));

        assertThat(followed).isCompletedExceptionally();
        assertThat(waitingNow()).isZero();
    }

    @Test
    void stopsWaitingWhenTheServerStops() {
        saved.outcomes.add(exchanging(otherCode, LONGEST));
        timer.isStopping = true;

        assertThat(explanation(AT_ONCE)).isCompletedWithValue(Optional.empty());
        assertThat(waitingNow()).isZero();
    }

    private CompletableFuture<Optional<LinkOutcome>> explanation(Duration grace) {
        return waiting.explanation(code, List.of(other.state()), grace).toCompletableFuture();
    }

    private void pass(Duration time) {
        clock.advance(time);
        timer.pass();
    }

    private double waitingNow() {
        return MetricsText.of(metrics).value("sociallink_callbacks_waiting");
    }

    private boolean isLinked(Optional<LinkOutcome> outcome) {
        return outcome.flatMap(LinkOutcome::linked).equals(Optional.of(profile));
    }

    private LinkOutcome linked(FlowCode by) {
        return LinkOutcome.linked(by, profile);
    }

    private LinkOutcome exchanging(FlowCode sent, Duration rest) {
        Instant until = clock.instant().plus(rest);
        return LinkOutcome.exchanging(sent, until);
    }
}
