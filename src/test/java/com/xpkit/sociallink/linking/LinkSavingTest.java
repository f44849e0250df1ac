package com.xpkit.sociallink.linking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.xpkit.sociallink.MovableClock;
import com.xpkit.sociallink.flow.Flow;
import com.xpkit.sociallink.flow.FlowMother;
import com.xpkit.sociallink.metrics.Metrics;
import com.xpkit.sociallink.profile.LinkedVisitor;
import com.xpkit.sociallink.profile.VisitorMother;
import com.xpkit.sociallink.settings.SettingsMother;
import com.xpkit.sociallink.wechat.WeChatSettings;
import jakarta.persistence.PersistenceException;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LinkSavingTest {

    private static final RuntimeException TAKEN = refusedBy("23505");

    private final Flow flow = FlowMother.any();
    private final UUID profile = UUID.randomUUID();
    private final Writing writing = new Writing();
    private final Outcomes outcomes = new Outcomes();
    private final LinkSaving saving = new LinkSaving();

    @BeforeEach
    void assemble() {
        saving.writing = writing;
        saving.outcomes = outcomes;
        saving.metrics = new Metrics();
        saving.wechat =
                new WeChatSettings(SettingsMother.with("sociallink.wechat.timeout", "PT5S"));
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
    void queuesForTheProfileOnceSomebodyElseWroteToIt() {
        writing.failures.add(TAKEN);

        save();

        assertThat(writing.locked).containsExactly(Optional.empty(), Optional.of(profile));
    }

    @Test
    void takesTheProfileOfAnotherCallbackOfTheFlow() {
        var others = UUID.randomUUID();
        writing.failures.add(TAKEN);
        outcomes.answers.add(outcome(others));

        assertThat(save()).isEqualTo(others);
        assertThat(writing.tries).isEqualTo(1);
    }

    @Test
    void sharesTheErrorOfAnotherCallbackOfTheFlow() {
        writing.failures.add(TAKEN);
        outcomes.answers.add(
                Optional.of(
                        new LinkOutcome(
                                flow.state(), LinkError.SNAPSHOT_VISITOR, MovableClock.START)));

        assertThat(refusal()).isEqualTo(LinkError.SNAPSHOT_VISITOR);
    }

    @Test
    void givesUpAfterFiveTries() {
        for (int i = 0; i < 9; i++) {
            writing.failures.add(TAKEN);
        }

        assertThat(refusal()).isEqualTo(LinkError.NO_PROFILE);
        assertThat(writing.tries).isEqualTo(5);
    }

    @Test
    void triesNothingAgainThatCannotPass() {
        writing.failures.add(refusedBy("08001"));

        assertThat(refusal()).isEqualTo(LinkError.NO_PROFILE);
        assertThat(writing.tries).isEqualTo(1);
    }

    @Test
    void waitsForAnotherCallbackThatIsStillTalkingToWeChat() {
        outcomes.answers.add(Optional.empty());
        outcomes.answers.add(Optional.empty());
        outcomes.answers.add(outcome(profile));

        assertThat(saving.outcomeSoon(flow).orElseThrow().profile()).isEqualTo(profile);
    }

    @Test
    void stopsWaitingWhenTheServerStops() {
        Thread.currentThread().interrupt();

        var outcome = saving.outcomeSoon(flow);

        assertThat(outcome).isEmpty();
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void knowsNoOutcomeWhileTheDatabaseIsAway() {
        outcomes.failure = refusedBy("08001");

        assertThat(saving.outcome(flow)).isEmpty();
    }

    @Test
    void failsNothingWhenAnErrorCannotBeRemembered() {
        writing.failures.add(TAKEN);

        assertThatCode(() -> saving.remember(flow, LinkError.NO_PROFILE))
                .doesNotThrowAnyException();
    }

    private UUID save() {
        return saving.save(flow, VisitorMother.silent("wx1", "o1"));
    }

    private LinkError refusal() {
        var refused = catchThrowableOfType(LinkRefused.class, this::save);
        assertThat(refused).as("a refusal").isNotNull();
        return refused.error();
    }

    private Optional<LinkOutcome> outcome(UUID of) {
        return Optional.of(new LinkOutcome(flow.state(), of, MovableClock.START));
    }

    private static RuntimeException refusedBy(String state) {
        return new PersistenceException(new SQLException("refused", state));
    }

    private final class Writing extends LinkWriting {

        private final Deque<RuntimeException> failures = new ArrayDeque<>();
        private final List<Optional<UUID>> locked = new ArrayList<>();
        private int tries;

        @Override
        public UUID write(Flow flow, LinkedVisitor visitor, Optional<UUID> contested) {
            tries++;
            locked.add(contested);
            fail();
            return profile;
        }

        @Override
        public Optional<UUID> contested(Flow flow, LinkedVisitor visitor) {
            return Optional.of(profile);
        }

        @Override
        public void writeRefusal(Flow flow, LinkError error) {
            fail();
        }

        private void fail() {
            if (!failures.isEmpty()) {
                throw failures.poll();
            }
        }
    }

    private static final class Outcomes extends LinkOutcomes {

        private final Deque<Optional<LinkOutcome>> answers = new ArrayDeque<>();
        private RuntimeException failure;

        @Override
        public Optional<LinkOutcome> find(String state) {
            if (failure != null) {
                throw failure;
            }
            return answers.isEmpty() ? Optional.empty() : answers.poll();
        }
    }
}
