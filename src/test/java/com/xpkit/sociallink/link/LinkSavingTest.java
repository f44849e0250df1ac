package com.xpkit.sociallink.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.xpkit.sociallink.MovableClock;
import com.xpkit.sociallink.configuration.ImaginedAccount;
import com.xpkit.sociallink.link.flow.Flow;
import com.xpkit.sociallink.link.flow.FlowMother;
import com.xpkit.sociallink.platform.metrics.Metrics;
import com.xpkit.sociallink.profile.LinkedVisitor;
import com.xpkit.sociallink.profile.VisitorMother;
import jakarta.persistence.PersistenceException;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.logging.StreamHandler;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinkSavingTest {

    private static final RuntimeException TAKEN = refusedBy("23505");
    private static final List<LinkOutcome> NOTHING = List.of();
    private static final LinkedVisitor VISITOR = VisitorMother.silent("wx1", "o1");

    private final Flow flow = FlowMother.any();
    private final FlowCode code = FlowCode.of(flow, "code1");
    private final FlowCode otherCode = FlowCode.of(flow, "code2");
    private final UUID profile = UUID.randomUUID();
    private final ExchangeResult linked = new ExchangeResult.Linked(profile);
    private final Writing writing = new Writing();
    private final Outcomes outcomes = new Outcomes();
    private final MovableClock clock = new MovableClock();
    private final TimerByHand timer = new TimerByHand();
    private final LinkSaving saving = new LinkSaving();

    @BeforeEach
    void assemble() {
        saving.writing = writing;
        saving.outcomes = outcomes;
        saving.timer = timer;
        saving.clock = clock;
        saving.metrics = new Metrics();
        saving.imagined = new ImaginedAccount();
    }

    @Test
    void savesAtOnce() {
        assertThat(save()).isEqualTo(profile);
        assertThat(writing.tries).isEqualTo(1);
    }

    @Test
    void triesAgainWhenAnotherFlowHasMadeTheSameVisitor() {
        writing.failures.add(TAKEN);
        writing.failures.add(refusedBy("40001"));

        assertThat(save()).isEqualTo(profile);
        assertThat(writing.tries).isEqualTo(3);
    }

    @Test
    void queuesForTheProfileOnceAnotherWriterWroteToIt() {
        writing.failures.add(TAKEN);

        save();

        assertThat(writing.locked).containsExactly(Optional.empty(), Optional.of(profile));
    }

    @Test
    void takesTheProfileOfAnotherCallbackOfTheFlow() {
        var others = UUID.randomUUID();
        writing.failures.add(TAKEN);
        outcomes.answers.add(List.of(linked(otherCode, others)));

        assertThat(save()).isEqualTo(others);
        assertThat(writing.tries).isEqualTo(1);
    }

    @Test
    void savesThoughAnotherCodeOfTheFlowWasRefused() {
        writing.failures.add(TAKEN);
        outcomes.answers.add(List.of(refused(otherCode)));

        assertThat(save()).isEqualTo(profile);
    }

    @Test
    void takesTheProfileOfAnotherCallbackEvenAfterTheLastTry() {
        var others = UUID.randomUUID();
        for (int i = 0; i < 5; i++) {
            writing.failures.add(TAKEN);
        }
        outcomes.answers.addAll(List.of(NOTHING, NOTHING, NOTHING, NOTHING));
        outcomes.answers.add(List.of(linked(otherCode, others)));

        assertThat(save()).isEqualTo(others);
    }

    @Test
    void givesUpAfterFiveTries() {
        for (int i = 0; i < 9; i++) {
            writing.failures.add(TAKEN);
        }

        assertRefused();
        assertThat(writing.tries).isEqualTo(5);
    }

    @Test
    void triesNothingAgainThatCannotPass() {
        writing.failures.add(refusedBy("22001"));

        assertRefused();
        assertThat(writing.tries).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"08006", "57P01", "57P03", "25006"})
    void waitsForADatabaseThatChangesHands(String state) {
        writing.failures.addAll(Collections.nCopies(3, refusedBy(state)));

        var saved = saving.save(code, VISITOR).toCompletableFuture();
        assertThat(saved).isNotDone();
        assertThat(writing.tries).isEqualTo(1);
        timer.pass();
        timer.pass();
        assertThat(saved).isNotDone();
        timer.pass();

        assertThat(saved).isCompletedWithValue(linked);
    }

    @Test
    void givesUpWhenTheDatabaseStaysOutOfReach() {
        writing.failures.addAll(Collections.nCopies(3, refusedBy("08006")));

        var saved = saving.save(code, VISITOR).toCompletableFuture();
        clock.advance(LinkSaving.PATIENCE.minus(LinkSaving.PAUSE));
        timer.pass();
        assertThat(saved).isNotDone();
        clock.advance(LinkSaving.PAUSE);
        timer.pass();

        assertThat(saved).isCompletedWithValueMatching(LinkSavingTest::isNotSaved);
        assertThat(timer.planned()).isZero();
    }

    @Test
    void findsOutThatACommitHappenedBeforeTheConnectionBroke() {
        writing.failures.add(refusedBy("08006"));
        writing.failures.add(TAKEN);
        outcomes.answers.add(List.of(linked(code, profile)));

        var saved = saving.save(code, VISITOR).toCompletableFuture();
        timer.pass();

        assertThat(saved).isCompletedWithValue(linked);
        assertThat(writing.tries).isEqualTo(2);
    }

    @Test
    void letsOnlySoManyWaitForTheDatabase() {
        writing.failures.addAll(
                Collections.nCopies(LinkSaving.MAX_WAITING + 1, refusedBy("08006")));
        for (int i = 0; i < LinkSaving.MAX_WAITING; i++) {
            assertThat(saving.save(code, VISITOR).toCompletableFuture()).isNotDone();
        }

        assertRefused();

        timer.pass();
        assertThat(saving.save(code, VISITOR).toCompletableFuture()).isCompletedWithValue(linked);
        writing.failures.add(refusedBy("08006"));
        assertThat(saving.save(code, VISITOR).toCompletableFuture()).as("has a place").isNotDone();
    }

    @Test
    void givesUpWhileTheServiceStops() {
        timer.isStopping = true;
        writing.failures.add(refusedBy("08006"));

        assertRefused();
    }

    @Test
    void prefersTheFlowsProfileToTheRefusalOfTheCode() {
        outcomes.answers.add(List.of(refused(code), linked(otherCode, profile)));

        assertThat(saving.outcome(code).orElseThrow().linked()).hasValue(profile);
    }

    @Test
    void findsTheRefusalOfTheCode() {
        outcomes.answers.add(List.of(refused(code)));

        var outcome = saving.outcome(code).orElseThrow();

        assertThat(outcome.result())
                .isEqualTo(new ExchangeResult.Refused(LinkError.SNAPSHOT_VISITOR, "as before"));
    }

    @Test
    void findsTheOtherFlowThatHasUsedTheCode() {
        var other = FlowMother.any();
        var stranger = FlowCode.of(FlowMother.any(), "code9");
        outcomes.answers.add(
                List.of(
                        linked(stranger, profile),
                        linked(new FlowCode(other, code.hash()), profile)));

        var outcome = saving.history(code, List.of(other.state())).outcome();

        assertThat(outcome).hasValueSatisfying(found -> assertThat(found.isOf(other)).isTrue());
        assertThat(outcomes.states).containsExactlyInAnyOrder(flow.state(), other.state());
    }

    @Test
    void prefersWhatTheFlowItselfCameToToAnotherFlow() {
        var others = linked(new FlowCode(FlowMother.any(), code.hash()), UUID.randomUUID());
        outcomes.answers.add(List.of(others, refused(code), linked(otherCode, profile)));

        assertThat(saving.outcome(code).orElseThrow().linked()).hasValue(profile);
    }

    @Test
    void knowsNoOutcomeWhileTheDatabaseIsAway() {
        outcomes.failure = refusedBy("08001");

        assertThat(saving.outcome(code)).isEmpty();
    }

    @Test
    void remembersARefusalInTheRowThatTheCodeHas() {
        writing.failures.add(TAKEN);

        saving.remember(code, LinkError.NO_PROFILE);

        assertThat(writing.changed).containsExactly(LinkError.NO_PROFILE);
    }

    @Test
    void failsNothingWhenAnErrorCannotBeRemembered() {
        writing.failures.add(refusedBy("08001"));

        assertThatCode(() -> saving.remember(code, LinkError.NO_PROFILE))
                .doesNotThrowAnyException();
    }

    private UUID save() {
        var result = saving.save(code, VISITOR).toCompletableFuture();
        assertThat(result).isCompletedWithValueMatching(ExchangeResult.Linked.class::isInstance);
        return ((ExchangeResult.Linked) result.join()).profile();
    }

    private void assertRefused() {
        assertThat(saving.save(code, VISITOR))
                .isCompletedWithValueMatching(LinkSavingTest::isNotSaved);
    }

    private static boolean isNotSaved(ExchangeResult result) {
        return result instanceof ExchangeResult.Refused refused
                && refused.error() == LinkError.NO_PROFILE;
    }

    private static LinkOutcome linked(FlowCode code, UUID profile) {
        return LinkOutcome.linked(code, profile);
    }

    private static LinkOutcome refused(FlowCode code) {
        return LinkOutcome.refused(code, LinkError.SNAPSHOT_VISITOR);
    }

    @Test
    void logsTheConstraintThatRefusedALinkAndNoValue() {
        var refused =
                new SQLIntegrityConstraintViolationException(
                        "Duplicate entry 'oABC-of-a-visitor' for key 'profile_key_first_unionid'",
                        "23000",
                        1062);
        writing.failures.addAll(Collections.nCopies(5, new PersistenceException(refused)));
        var log = new StringBuilder();

        collecting(log, this::assertRefused);

        assertThat(log.toString())
                .contains("SQLSTATE 23000, error 1062, constraint profile_key_first_unionid")
                .contains("LinkSavingTest.logsTheConstraintThatRefusedALinkAndNoValue")
                .doesNotContain("oABC");
    }

    /** What the server's log shows meanwhile. */
    private static void collecting(StringBuilder log, Runnable work) {
        var logger = Logger.getLogger(LinkSaving.class.getName());
        var handler =
                new StreamHandler() {
                    @Override
                    public void publish(LogRecord line) {
                        log.append(getFormatter().format(line));
                    }
                };
        handler.setFormatter(new SimpleFormatter());
        logger.addHandler(handler);
        try {
            work.run();
        } finally {
            logger.removeHandler(handler);
        }
    }

    private static RuntimeException refusedBy(String state) {
        return new PersistenceException(new SQLException("refused", state));
    }

    private final class Writing extends LinkWriting {

        private final Deque<RuntimeException> failures = new ArrayDeque<>();
        private final List<Optional<UUID>> locked = new ArrayList<>();
        private final List<LinkError> changed = new ArrayList<>();
        private int tries;

        @Override
        public UUID write(FlowCode code, LinkedVisitor visitor, Optional<UUID> contested) {
            tries++;
            locked.add(contested);
            fail();
            return profile;
        }

        @Override
        public Optional<UUID> contested(FlowCode code, LinkedVisitor visitor) {
            return Optional.of(profile);
        }

        @Override
        public void writeRefusal(FlowCode code, LinkError error) {
            fail();
        }

        @Override
        public void changeToRefusal(FlowCode code, LinkError error) {
            changed.add(error);
        }

        private void fail() {
            if (!failures.isEmpty()) {
                throw failures.poll();
            }
        }
    }

    private static final class Outcomes extends LinkOutcomes {

        private final Deque<List<LinkOutcome>> answers = new ArrayDeque<>();
        private Collection<String> states;
        private RuntimeException failure;

        @Override
        public List<LinkOutcome> find(Collection<String> states) {
            this.states = states;
            if (failure != null) {
                throw failure;
            }
            return answers.isEmpty() ? NOTHING : answers.poll();
        }
    }
}
