package com.xpkit.sociallink.linking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.xpkit.sociallink.MovableClock;
import com.xpkit.sociallink.address.Query;
import com.xpkit.sociallink.flow.Flow;
import com.xpkit.sociallink.flow.FlowMother;
import com.xpkit.sociallink.wechat.CodeUsed;
import com.xpkit.sociallink.wechat.OfficialAccount;
import com.xpkit.sociallink.wechat.WeChat;
import com.xpkit.sociallink.wechat.WeChatFailure;
import com.xpkit.sociallink.wechat.WeChatFailure.Kind;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CodeExchangingTest {

    private static final OfficialAccount OFFICIAL = new OfficialAccount("wx1", "secret");

    private final Flow flow = FlowMother.any();
    private final Flow other = FlowMother.any();
    private final FlowCode code = FlowCode.of(flow, "code1");
    private final UUID profile = UUID.randomUUID();
    private final WeChatStub wechat = new WeChatStub();
    private final SavingInMemory saved = new SavingInMemory();
    private final CodeExchanging codes = codes(wechat, saved);

    static CodeExchanging codes(WeChat wechat, LinkSaving saving) {
        var codes = new CodeExchanging();
        codes.wechat = wechat;
        codes.cookie = FlowMother.cookie("https://link.example.com");
        codes.saving = saving;
        return codes;
    }

    @Test
    void asksWeChatAloneWhenNoCodeOfTheFlowWasRefused() {
        saved.outcomes.add(refused(code));

        assertThat(exchange(FlowMother.cookieOf(flow))).isEqualTo(saved.profile);
        assertThat(wechat.codes).containsExactly("code1");
    }

    @Test
    void repeatsTheRefusalOfACodeAndDoesNotAskWeChat() {
        saved.outcomes.add(refused(code));

        assertThat(refusal(marked())).isEqualTo(LinkError.SNAPSHOT_VISITOR);
        assertThat(wechat.codes).isEmpty();
    }

    @Test
    void findsTheProfileThatAnotherCodeLedTo() {
        saved.outcomes.add(linked(FlowCode.of(flow, "code2")));

        assertThat(exchange(marked())).isEqualTo(profile);
        assertThat(wechat.codes).isEmpty();
    }

    @Test
    void triesAnotherCodeForWhatItIs() {
        assertThat(exchange(marked())).isEqualTo(saved.profile);
        assertThat(wechat.codes).containsExactly("code1");
    }

    @ParameterizedTest
    @EnumSource(names = {"NO_PROFILE", "SNAPSHOT_VISITOR"})
    void remembersThatACodeIsSpentWithoutAProfile(Kind kind) {
        wechat.failure = new WeChatFailure(kind, "reason");

        var error = refusal(FlowMother.cookieOf(flow));

        assertThat(saved.remembered).containsExactly(error);
        assertThat(error.isOfTheCode()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(names = {"NO_PROFILE", "SNAPSHOT_VISITOR", "NO_TOKEN", "UNREACHABLE"})
    void answersWithTheFlowsProfileWhateverWeChatSays(Kind kind) {
        wechat.failure = new WeChatFailure(kind, "reason");
        saved.outcomes.add(linked(FlowCode.of(flow, "code2")));

        assertThat(exchange(FlowMother.cookieOf(flow))).isEqualTo(profile);
    }

    @ParameterizedTest
    @EnumSource(names = {"NO_TOKEN", "UNREACHABLE"})
    void repeatsTheRefusalOfACodeWhileWeChatIsAway(Kind kind) {
        wechat.failure = new WeChatFailure(kind, "reason");
        saved.outcomes.add(refused(code));

        assertThat(refusal(FlowMother.cookieOf(flow))).isEqualTo(LinkError.SNAPSHOT_VISITOR);
        assertThat(saved.remembered).isEmpty();
    }

    @Test
    void waitsForTheCallbackThatHasUsedTheCode() {
        wechat.failure = new CodeUsed("errcode 40163");
        saved.outcomesSoon.add(linked(code));

        assertThat(exchange(FlowMother.cookieOf(flow))).isEqualTo(profile);
    }

    @Test
    void repeatsTheRefusalOfTheCallbackThatHasUsedTheCode() {
        wechat.failure = new CodeUsed("errcode 40163");
        saved.outcomesSoon.add(refused(code));

        assertThat(refusal(FlowMother.cookieOf(flow))).isEqualTo(LinkError.SNAPSHOT_VISITOR);
    }

    @Test
    void looksAtTheBrowsersOtherFlowsForWhoHasUsedTheCode() {
        wechat.failure = new CodeUsed("errcode 40163");
        saved.outcomesSoon.add(linked(FlowCode.of(other, "code1")));

        assertThat(restart()).isEqualTo(Restart.CODE_OF_ANOTHER_FLOW);
        assertThat(saved.otherStates).containsExactly(other.state());
    }

    @Test
    void needsAnotherCodeThoughTheOtherFlowWasRefused() {
        wechat.failure = new CodeUsed("errcode 40163");
        saved.outcomesSoon.add(refused(FlowCode.of(other, "code1")));

        assertThat(restart()).isEqualTo(Restart.CODE_OF_ANOTHER_FLOW);
    }

    @Test
    void needsAnotherCodeWhenNobodyTellsWhoHasUsedIt() {
        wechat.failure = new CodeUsed("errcode 40163");

        assertThat(restart()).isEqualTo(Restart.CODE_USED);
    }

    /** WeChat calls a code that was used invalid, too; a code that is invalid nobody has used. */
    @Test
    void takesAnInvalidCodeForAUsedOneOnlyWhenAnotherFlowHasUsedIt() {
        wechat.failure = new WeChatFailure(Kind.CODE_REFUSED, "errcode 40029");
        assertThat(refusal(cookies())).isEqualTo(LinkError.NO_TOKEN);

        saved.outcomesSoon.add(linked(FlowCode.of(other, "code1")));
        assertThat(restart()).isEqualTo(Restart.CODE_OF_ANOTHER_FLOW);
    }

    @Test
    void keepsACodeAsItsHashAlone() {
        assertThat(code.hash()).matches("[0-9a-f]{64}");
        assertThat(code.toString()).doesNotContain("code1");
        assertThat(FlowCode.of(other, "code1").hash()).isEqualTo(code.hash());
        assertThat(FlowCode.of(flow, "code2").hash()).isNotEqualTo(code.hash());
    }

    private UUID exchange(String cookie) {
        var query = Query.of("code=code1");
        return codes.profile(flow, OFFICIAL, new CallbackRequest(query, List.of(cookie), null));
    }

    private LinkError refusal(String cookie) {
        var refused = catchThrowableOfType(LinkRefused.class, () -> exchange(cookie));
        assertThat(refused).as("a refusal").isNotNull();
        return refused.error();
    }

    private Restart restart() {
        var spent = catchThrowableOfType(CodeSpentElsewhere.class, () -> exchange(cookies()));
        assertThat(spent).as("a restart").isNotNull();
        return spent.restart();
    }

    private String cookies() {
        return FlowMother.cookieOf(other) + "; " + FlowMother.cookieOf(flow);
    }

    private String marked() {
        return codes.cookie.setRefused(flow).split(";")[0];
    }

    private LinkOutcome linked(FlowCode by) {
        return LinkOutcome.linked(by, profile, MovableClock.START);
    }

    private static LinkOutcome refused(FlowCode code) {
        return LinkOutcome.refused(code, LinkError.SNAPSHOT_VISITOR, MovableClock.START);
    }
}
