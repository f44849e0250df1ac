package com.xpkit.sociallink.link.flow;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.xpkit.sociallink.MovableClock;
import com.xpkit.sociallink.platform.sealing.Purpose;
import com.xpkit.sociallink.platform.settings.InvalidSetting;
import com.xpkit.sociallink.platform.settings.SettingsMother;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class FlowsTest {

    private static final String CALLBACK = "https://link.example.com/api/wechat/callback/?flow=";

    private final MovableClock clock = new MovableClock();
    private final Flows flows = FlowMother.flows(clock);

    @Test
    void opensEachFlowWithAStateAndAProofOfItsOwn() {
        var one = open();
        var other = open();

        assertThat(one.state()).matches("[0-9a-f]{32}").isNotEqualTo(other.state());
        assertThat(one.proof()).matches("[0-9a-f]{32}").isNotEqualTo(other.proof());
        assertThat(one.proof()).isNotEqualTo(one.state());
        assertThat(one.attempt()).isEqualTo(1);
        assertThat(one.began()).isEqualTo(MovableClock.START);
    }

    /** The database deletes the outcomes of lapsed flows by their states. */
    @Test
    void beginsAStateWithTheTimeOfTheAttempt() {
        var flow = open();
        clock.advance(Duration.ofMinutes(1));
        var again = flows.again(flow);

        assertThat(flow.state()).startsWith(hex(MovableClock.START) + "7");
        assertThat(again.state()).startsWith(hex(MovableClock.START.plusSeconds(60)) + "7");
        assertThat(again.proof()).isNotEqualTo(flow.proof());
    }

    private static String hex(Instant time) {
        return "%012x".formatted(time.toEpochMilli());
    }

    @Test
    void readsTheFlowOutOfItsCallbackAddress() {
        var flow = open();

        var callback = flows.callback(flow);

        assertThat(callback).startsWith(CALLBACK);
        assertThat(flows.read(callback.substring(CALLBACK.length()))).contains(flow);
    }

    @Test
    void survivesTheRoundTripOfBytes() {
        var flow =
                flows.open(
                        UUID.randomUUID(),
                        UUID.randomUUID(),
                        "https://app.example.com/?q=" + "%E5".repeat(600) + "#🐼",
                        true);

        assertThat(Flow.of(flow.toBytes())).contains(flow);
    }

    @Test
    void readsNoFlowThatSomebodyElseSealed() {
        assertThat(flows.read("AAAA")).isEmpty();
        assertThat(flows.read("")).isEmpty();
    }

    @Test
    void readsNoFlowThatAnotherVersionWrote() {
        var sealed = flows.seal.seal(Purpose.FLOW, "other facts".getBytes(UTF_8));

        assertThat(flows.read(sealed)).isEmpty();
    }

    @Test
    void readsNoFlowThatWasSealedForAnotherPurpose() {
        var sealed = flows.seal.seal(Purpose.ACCESS_TOKEN, open().toBytes());

        assertThat(flows.read(sealed)).isEmpty();
    }

    @Test
    void lapsesExactlyAtItsLifetime() {
        var flow = open();

        clock.advance(Duration.ofMinutes(10).minusMillis(1));
        assertThat(flows.hasLapsed(flow)).isFalse();

        clock.advance(Duration.ofMillis(1));
        assertThat(flows.hasLapsed(flow)).isTrue();
    }

    @Test
    void isNotProlongedByASecondAttempt() {
        var flow = open();
        clock.advance(Duration.ofMinutes(9));

        var again = flows.again(flow);

        assertThat(again.attempt()).isEqualTo(2);
        assertThat(again.began()).isEqualTo(flow.began());
        assertThat(again.state()).isNotEqualTo(flow.state());
        assertThat(again.proof()).isNotEqualTo(flow.proof());
        assertThat(again.applicationUri()).isEqualTo(flow.applicationUri());
    }

    @Test
    void showsNoProofWhenPrinted() {
        var flow = open();

        assertThat(flow.toString()).doesNotContain(flow.proof(), flow.state());
    }

    @Test
    void namesAWrongLifetime() {
        var wrong = SettingsMother.with("sociallink.flow.lifetime", "600");

        assertThatThrownBy(() -> new FlowSettings(wrong))
                .isInstanceOf(InvalidSetting.class)
                .hasMessageContaining("sociallink.flow.lifetime");
    }

    private Flow open() {
        return flows.open(UUID.randomUUID(), UUID.randomUUID(), "https://app.example.com/", true);
    }
}
