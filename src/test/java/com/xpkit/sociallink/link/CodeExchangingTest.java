package com.xpkit.sociallink.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.xpkit.sociallink.MovableClock;
import com.xpkit.sociallink.address.Query;
import com.xpkit.sociallink.link.flow.Flow;
import com.xpkit.sociallink.link.flow.FlowMother;
import com.xpkit.sociallink.platform.settings.SettingsMother;
import com.xpkit.sociallink.platform.storage.HashedId;
import com.xpkit.sociallink.wechat.CodeUsed;
import com.xpkit.sociallink.wechat.OfficialAccount;
import com.xpkit.sociallink.wechat.WeChat;
import com.xpkit.sociallink.wechat.WeChatFailure;
import com.xpkit.sociallink.wechat.WeChatFailure.Kind;
import com.xpkit.sociallink.wechat.WeChatSettings;
import jakarta.persistence.PersistenceException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;
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
    private final WaitingInMemory waiting = new WaitingInMemory();
    private final Notices notices = new Notices();
    private final CodeExchanging codes = codes(wechat, saved, waiting, notices.notices);

    static CodeExchanging codes(WeChat wechat, LinkSaving saving, OutcomeWaiting waiting) {
        return codes(wechat, saving, waiting, new Notices().notices);
    }

    private static CodeExchanging codes(
            WeChat wechat, LinkSaving saving, OutcomeWaiting waiting, ExchangeNotices notices) {
        var codes = new CodeExchanging();
        codes.wechat = wechat;
        codes.cookie = FlowMother.cookie("https://link.example.com");
        codes.saving = saving;
        codes.exchanges = new Exchanges(FlowMother.settings());
        codes.notices = notices;
        codes.waiting = waiting;
        return codes;
    }

    /** Notices that are not written anywhere. */
    private static final class Notices extends LinkWriting {

        private final ExchangeNotices notices = new ExchangeNotices();
        private final TimerByHand timer = new TimerByHand();
        private final MovableClock clock = new MovableClock();
        private final List<String> written = new ArrayList<>();
        private Runnable whileItWrites = () -> {};
        private boolean isToldByOthers;

        Notices() {
            notices.writing = this;
            notices.timer = timer;
            notices.clock = clock;
            notices.wechat = new WeChatSettings(SettingsMother.shipped());
        }

        /** WeChat takes longer than it normally does. */
        void passPatience() {
            clock.advance(ExchangeNotices.PATIENCE);
            timer.pass();
        }

        @Override
        public void writeExchange(FlowCode code, Instant until) {
            if (isToldByOthers) {
                throw new PersistenceException(new SQLException("refused", "23505"));
            }
            written.add("exchange " + code.hash());
            whileItWrites.run();
        }

        @Override
        public void writeExchanges(List<FlowCode> codes, Instant until) {
            codes.forEach(code -> writeExchange(code, until));
        }

        @Override
        public boolean renewExchange(FlowCode code, Instant now, Instant until) {
            return false;
        }

        @Override
        public void endExchange(FlowCode code) {
            written.add("end " + code.hash());
        }
    }

    @Test
    void asksOnlyWeChatWhenNoCodeOfTheFlowWasRefused() {
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
        waiting.outcomesSoon.add(linked(code));

        assertThat(exchange(FlowMother.cookieOf(flow))).isEqualTo(profile);
    }

    @Test
    void repeatsTheRefusalOfTheCallbackThatHasUsedTheCode() {
        wechat.failure = new CodeUsed("errcode 40163");
        waiting.outcomesSoon.add(refused(code));

        assertThat(refusal(FlowMother.cookieOf(flow))).isEqualTo(LinkError.SNAPSHOT_VISITOR);
    }

    @Test
    void looksAtTheBrowsersOtherFlowsForWhoHasUsedTheCode() {
        wechat.failure = new CodeUsed("errcode 40163");
        waiting.outcomesSoon.add(linked(FlowCode.of(other, "code1")));

        assertThat(restart()).isEqualTo(Restart.CODE_OF_ANOTHER_FLOW);
        assertThat(waiting.otherStates).containsExactly(other.state());
    }

    @Test
    void needsAnotherCodeThoughTheOtherFlowWasRefused() {
        wechat.failure = new CodeUsed("errcode 40163");
        waiting.outcomesSoon.add(refused(FlowCode.of(other, "code1")));

        assertThat(restart()).isEqualTo(Restart.CODE_OF_ANOTHER_FLOW);
    }

    @Test
    void needsAnotherCodeWhenNobodySaysWhoHasUsedIt() {
        wechat.failure = new CodeUsed("errcode 40163");

        assertThat(restart()).isEqualTo(Restart.CODE_USED);
    }

    /** WeChat may also call a used code invalid; but a code that really is invalid was never used. */
    @Test
    void treatsAnInvalidCodeAsUsedOnlyWhenAnotherFlowHasUsedIt() {
        wechat.failure = new WeChatFailure(Kind.CODE_REFUSED, "errcode 40029");
        assertThat(refusal(cookies())).isEqualTo(LinkError.NO_TOKEN);

        waiting.outcomesSoon.add(linked(FlowCode.of(other, "code1")));
        assertThat(restart()).isEqualTo(Restart.CODE_OF_ANOTHER_FLOW);
    }

    @Test
    void keepsACodeOnlyAsItsHash() {
        assertThat(code.hash()).isEqualTo(HashedId.of("code1"));
        assertThat(code.toString()).doesNotContain("code1");
        assertThat(FlowCode.of(other, "code1").hash()).isEqualTo(code.hash());
        assertThat(FlowCode.of(flow, "code2").hash()).isNotEqualTo(code.hash());
    }

    @Test
    void asksTheDatabaseBeforeTheSecondQuestionToWeChatThoughTheBrowserKeepsNoMark() {
        exchange(FlowMother.cookieOf(flow));
        saved.outcomes.add(linked(FlowCode.of(flow, "code2")));

        assertThat(exchange(FlowMother.cookieOf(flow))).isEqualTo(profile);
        assertThat(wechat.codes).hasSize(1);
    }

    @Test
    void sendsFiveCodesOfAFlowToWeChatAndNoMore() {
        wechat.failure = new WeChatFailure(Kind.CODE_REFUSED, "errcode 40029");

        var refusals =
                IntStream.range(0, 20)
                        .mapToObj(i -> refusal("invented" + i, FlowMother.cookieOf(flow)))
                        .toList();

        assertThat(refusals).containsOnly(LinkError.NO_TOKEN);
        assertThat(wechat.codes).hasSize(5);
    }

    @Test
    void sendsNoCodeAfterFiveThatOtherNodesHaveSent() {
        IntStream.range(0, 5)
                .mapToObj(i -> FlowCode.of(flow, "other" + i))
                .forEach(sent -> saved.outcomes.add(refused(sent)));

        assertThat(refusal(marked())).isEqualTo(LinkError.NO_TOKEN);
        assertThat(wechat.codes).isEmpty();
    }

    @Test
    void sendsTheFifthCode() {
        IntStream.range(0, 4)
                .mapToObj(i -> FlowCode.of(flow, "other" + i))
                .forEach(sent -> saved.outcomes.add(refused(sent)));

        assertThat(exchange(marked())).isEqualTo(saved.profile);
    }

    @Test
    void takesTheFlowsProfileWhenItMaySendNoMore() {
        wechat.failure = new WeChatFailure(Kind.NO_TOKEN, "errcode 45009");
        IntStream.range(0, 5).forEach(i -> refusal("code1", FlowMother.cookieOf(flow)));
        saved.outcomes.add(linked(FlowCode.of(flow, "code2")));

        assertThat(exchange(FlowMother.cookieOf(flow))).isEqualTo(profile);
        assertThat(wechat.codes).hasSize(5);
    }

    @Test
    void remembersACodeThatWeChatDoesNotKnow() {
        wechat.failure = new WeChatFailure(Kind.CODE_REFUSED, "errcode 40029");

        refusal(FlowMother.cookieOf(flow));

        assertThat(saved.remembered).containsExactly(LinkError.NO_TOKEN);
    }

    @Test
    void waitsForAnUnknownExchangeOnlyWhenWeChatSaysThatThereIsOne() {
        wechat.failure = new WeChatFailure(Kind.CODE_REFUSED, "errcode 40029");
        refusal(FlowMother.cookieOf(flow));
        wechat.failure = new CodeUsed("errcode 40163");
        restart();

        assertThat(waiting.graces).containsExactly(Duration.ZERO, OutcomeWaiting.GRACE);
    }

    @Test
    void tellsNobodyOfAFirstExchangeThatIsQuick() {
        exchange(FlowMother.cookieOf(flow));

        notices.passPatience();
        assertThat(notices.written).isEmpty();
        assertThat(notices.timer.planned()).isZero();
    }

    @Test
    void tellsTheOtherNodesOfAFirstExchangeThatTakesItsTime() {
        wechat.meanwhile = notices::passPatience;

        exchange(FlowMother.cookieOf(flow));

        assertThat(notices.written).containsExactly("exchange " + code.hash());
    }

    @Test
    void tellsTheOtherNodesOfALaterExchangeBeforeItAsksWeChat() {
        wechat.meanwhile = () -> notices.written.add("WeChat");

        exchange(marked());

        assertThat(notices.written).containsExactly("exchange " + code.hash(), "WeChat");
    }

    @ParameterizedTest
    @EnumSource(names = {"CODE_REFUSED", "NO_TOKEN", "UNREACHABLE"})
    void takesBackWhatItAnnouncedWhenNobodyNeedsToWait(Kind kind) {
        wechat.failure = new WeChatFailure(kind, "reason");

        refusal(marked());

        assertThat(notices.written)
                .containsExactly("exchange " + code.hash(), "end " + code.hash());
    }

    /** The other node is still exchanging the code when WeChat reports it as used here. */
    @Test
    void takesNothingBackThatAnotherNodeHasAnnounced() {
        wechat.failure = new CodeUsed("errcode 40163");
        notices.isToldByOthers = true;
        wechat.meanwhile = notices::passPatience;

        restart();

        assertThat(notices.written).isEmpty();
    }

    @Test
    void takesBackWhatItAnnouncedTooLate() {
        wechat.later = new CompletableFuture<>();
        var failure = new WeChatFailure(Kind.UNREACHABLE, "reason");
        notices.whileItWrites = () -> wechat.later.completeExceptionally(failure);
        var refused = begin("code1", FlowMother.cookieOf(flow));

        notices.passPatience();

        assertThat(refused).isCompleted();
        assertThat(notices.written)
                .containsExactly("exchange " + code.hash(), "end " + code.hash());
    }

    @Test
    void asksWeChatOnceForOneCallbackThatComesTwiceAtOnce() {
        var seconds = new ArrayList<CompletableFuture<ExchangeResult>>();
        wechat.meanwhile = () -> seconds.add(begin("code1", FlowMother.cookieOf(flow)));

        var first = exchange(FlowMother.cookieOf(flow));

        assertThat(seconds).hasSize(1);
        assertThat(seconds.get(0)).isCompletedWithValue(new ExchangeResult.Linked(first));
        assertThat(wechat.codes).hasSize(1);
    }

    @Test
    void holdsNoThreadForTheSecondOfTwoCallbacksAtOnce() {
        wechat.meanwhile = () -> assertThat(begin("code1", FlowMother.cookieOf(flow))).isNotDone();

        exchange(FlowMother.cookieOf(flow));

        assertThat(wechat.codes).hasSize(1);
    }

    @Test
    void needsAnotherCodeWhenTooManyWaitForThisOne() {
        waiting.isFull = true;
        wechat.meanwhile = () -> assertThat(restart()).isEqualTo(Restart.CODE_USED);

        assertThat(exchange(FlowMother.cookieOf(flow))).isEqualTo(saved.profile);
    }

    @Test
    void refusesTheSecondCallbackAsTheFirst() {
        var seconds = new ArrayList<CompletableFuture<ExchangeResult>>();
        wechat.meanwhile = () -> seconds.add(begin("code1", FlowMother.cookieOf(flow)));
        wechat.failure = new WeChatFailure(Kind.SNAPSHOT_VISITOR, "reason");

        refusal(FlowMother.cookieOf(flow));

        assertThat(seconds).hasSize(1);
        assertThat(refusalOf(join(seconds.get(0)))).isEqualTo(LinkError.SNAPSHOT_VISITOR);
    }

    @Test
    void failsTheSecondCallbackAsTheFirst() {
        var seconds = new ArrayList<CompletableFuture<ExchangeResult>>();
        var bug = new IllegalStateException("a bug that the test wants");
        wechat.meanwhile =
                () -> {
                    seconds.add(begin("code1", FlowMother.cookieOf(flow)));
                    throw bug;
                };

        var first = begin("code1", FlowMother.cookieOf(flow));

        assertThat(List.of(first, seconds.get(0)))
                .allSatisfy(one -> assertThatThrownBy(() -> join(one)).isSameAs(bug));
    }

    @Test
    void refusesAVisitorWhoCouldNotBeSaved() {
        saved.isFull = true;

        assertThat(refusal(FlowMother.cookieOf(flow))).isEqualTo(LinkError.NO_PROFILE);
        assertThat(notices.written).isEmpty();
    }

    private CompletableFuture<ExchangeResult> begin(String sent, String cookie) {
        var query = Query.of("code=" + sent);
        var request = new CallbackRequest(query, List.of(cookie), null);
        return codes.exchange(flow, OFFICIAL, request).toCompletableFuture();
    }

    private UUID exchange(String cookie) {
        return as(ExchangeResult.Linked.class, join(begin("code1", cookie))).profile();
    }

    private LinkError refusal(String cookie) {
        return refusal("code1", cookie);
    }

    private LinkError refusal(String sent, String cookie) {
        return refusalOf(join(begin(sent, cookie)));
    }

    private static LinkError refusalOf(ExchangeResult result) {
        return as(ExchangeResult.Refused.class, result).error();
    }

    /** The result; everything in these tests ends before it returns. */
    private static <T> T join(CompletableFuture<T> done) {
        assertThat(done).isDone();
        try {
            return done.join();
        } catch (CompletionException failed) {
            throw (RuntimeException) failed.getCause();
        }
    }

    private Restart restart() {
        var result = join(begin("code1", cookies()));
        return as(ExchangeResult.SpentElsewhere.class, result).restart();
    }

    private static <T extends ExchangeResult> T as(Class<T> type, ExchangeResult result) {
        assertThat(result).isInstanceOf(type);
        return type.cast(result);
    }

    private String cookies() {
        return FlowMother.cookieOf(other) + "; " + FlowMother.cookieOf(flow);
    }

    private String marked() {
        return codes.cookie.setRefused(flow).split(";")[0];
    }

    private LinkOutcome linked(FlowCode by) {
        return LinkOutcome.linked(by, profile);
    }

    private static LinkOutcome refused(FlowCode code) {
        return LinkOutcome.refused(code, LinkError.SNAPSHOT_VISITOR);
    }
}
