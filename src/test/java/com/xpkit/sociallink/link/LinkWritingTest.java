package com.xpkit.sociallink.link;

import static org.assertj.core.api.Assertions.assertThat;

import com.xpkit.sociallink.MovableClock;
import com.xpkit.sociallink.configuration.ImaginedAccount;
import com.xpkit.sociallink.link.flow.Flow;
import com.xpkit.sociallink.link.flow.FlowMother;
import com.xpkit.sociallink.profile.LinkedProfile;
import com.xpkit.sociallink.profile.LinkedVisitor;
import com.xpkit.sociallink.profile.ProfileLinking;
import com.xpkit.sociallink.profile.VisitorMother;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LinkWritingTest {

    private final Flow flow = FlowMother.any();
    private final FlowCode code = FlowCode.of(flow, "code1");
    private final LinkedVisitor visitor = VisitorMother.silent("wx1", "o1");
    private final UUID profile = UUID.randomUUID();
    private final List<String> done = new ArrayList<>();
    private final LinkWriting writing = new LinkWriting();
    private final ImaginedAccount imagined = new ImaginedAccount();
    private LinkOutcome outcome;

    @BeforeEach
    void assemble() {
        writing.profiles = new Linking();
        writing.outcomes = new Outcomes();
        writing.imagined = imagined;
        writing.transaction = transaction();
    }

    private TransactionSynchronizationRegistry transaction() {
        return (TransactionSynchronizationRegistry)
                Proxy.newProxyInstance(
                        LinkWritingTest.class.getClassLoader(),
                        new Class<?>[] {TransactionSynchronizationRegistry.class},
                        (proxy, called, arguments) -> {
                            done.add(called.getName());
                            return null;
                        });
    }

    @Test
    void writesAnImaginedVisitorAndTakesItBack() {
        var account = imagined.begin("imagined", "warm-up.invalid");
        var ofTheWarmUp = FlowCode.of(FlowMother.of(account), "code1");

        writing.write(ofTheWarmUp, visitor, Optional.empty());

        assertThat(done).containsExactly("link " + account, "outcome", "setRollbackOnly");
    }

    /** A cold node's first exchange may be slow enough to be announced, or end in vain. */
    @Test
    void storesNothingElseOfAnImaginedVisitor() {
        var account = imagined.begin("imagined", "warm-up.invalid");
        var ofTheWarmUp = FlowCode.of(FlowMother.of(account), "code1");

        writing.writeRefusal(ofTheWarmUp, LinkError.NO_TOKEN);
        writing.writeExchange(ofTheWarmUp, Instant.EPOCH);
        writing.writeExchanges(List.of(ofTheWarmUp, code), Instant.EPOCH);

        assertThat(done)
                .containsExactly(
                        "outcome", "setRollbackOnly", "outcome", "setRollbackOnly", "1 outcomes");
    }

    @Test
    void keepsTheProfileAsTheOutcomeOfTheFlow() {
        assertThat(writing.write(code, visitor, Optional.empty())).isEqualTo(profile);

        assertThat(done).containsExactly("link " + flow.account(), "outcome");
        assertThat(outcome.linked()).hasValue(profile);
        assertThat(outcome.explains(code)).isTrue();
        assertThat(outcome.explains(FlowCode.of(flow, "code2"))).as("all of the flow").isTrue();
        assertThat(outcome.explains(FlowCode.of(FlowMother.any(), "code1"))).isTrue();
        assertThat(outcome.explains(FlowCode.of(FlowMother.any(), "code2"))).isFalse();
    }

    @Test
    void keepsARefusalAsTheOutcomeOfItsCodeOnly() {
        writing.writeRefusal(code, LinkError.NO_PROFILE);

        assertThat(done).containsExactly("outcome");
        assertThat(outcome.linked()).isEmpty();
        assertThat(outcome.explains(code)).isTrue();
        assertThat(outcome.explains(FlowCode.of(flow, "code2"))).isFalse();
        assertThat(outcome.explains(FlowCode.of(FlowMother.any(), "code1"))).isTrue();
    }

    @Test
    void writesARefusalIntoTheRowThatAnnouncedTheExchange() {
        writing.changeToRefusal(code, LinkError.NO_PROFILE);

        assertThat(done).containsExactly("error NO_PROFILE");
    }

    @Test
    void tellsOfAnExchangeUntilItHasLapsed() {
        var now = MovableClock.START;

        writing.writeExchange(code, now.plusSeconds(6));

        assertThat(done).containsExactly("outcome");
        assertThat(outcome.explains(code)).isFalse();
        assertThat(outcome.promises(FlowCode.of(flow, "code2"), now)).isTrue();
        assertThat(outcome.promises(FlowCode.of(FlowMother.any(), "code1"), now)).isTrue();
        assertThat(outcome.promises(FlowCode.of(FlowMother.any(), "code2"), now)).isFalse();
        assertThat(outcome.promises(code, now.plusSeconds(6))).isFalse();
    }

    @Test
    void keepsAnUnknownCodeForItsFlowOnly() {
        writing.writeRefusal(code, LinkError.NO_TOKEN);

        assertThat(outcome.explains(code)).isTrue();
        assertThat(outcome.explains(FlowCode.of(FlowMother.any(), "code1")))
                .as("no flow has used it")
                .isFalse();
    }

    @Test
    void locksAContestedProfileBeforeItReadsAnything() {
        writing.write(code, visitor, Optional.of(profile));

        assertThat(done).containsExactly("lock " + profile, "link " + flow.account(), "outcome");
    }

    @Test
    void treatsTheVisitorsProfileAsContested() {
        assertThat(writing.contested(code, visitor)).hasValue(profile);
        assertThat(done).containsExactly("find " + flow.account());
    }

    private final class Linking extends ProfileLinking {

        @Override
        public LinkedProfile link(UUID account, LinkedVisitor whom) {
            assertThat(whom).isSameAs(visitor);
            done.add("link " + account);
            return new LinkedProfile(profile, List.of("new row"));
        }

        @Override
        public Optional<UUID> find(UUID account, LinkedVisitor whom) {
            assertThat(whom).isSameAs(visitor);
            done.add("find " + account);
            return Optional.of(profile);
        }

        @Override
        public void lock(UUID contested) {
            done.add("lock " + contested);
        }
    }

    private final class Outcomes extends LinkOutcomes {

        @Override
        void add(LinkOutcome added) {
            done.add("outcome");
            outcome = added;
        }

        @Override
        void add(List<Object> others, LinkOutcome added) {
            assertThat(others).containsExactly("new row");
            add(added);
        }

        @Override
        void addAll(List<LinkOutcome> several) {
            done.add(several.size() + " outcomes");
        }

        @Override
        void setError(FlowCode of, LinkError error) {
            done.add("error " + error);
        }
    }
}
