package com.xpkit.sociallink.it;

import static com.xpkit.sociallink.driver.AnswerAssert.expect;
import static com.xpkit.sociallink.driver.Shop.HOME;
import static com.xpkit.sociallink.it.Service.WECHAT;
import static org.assertj.core.api.Assertions.assertThat;

import com.xpkit.sociallink.driver.Answer;
import com.xpkit.sociallink.driver.Phone;
import com.xpkit.sociallink.driver.Shop;
import com.xpkit.sociallink.server.Await;
import com.xpkit.sociallink.simulator.Fault;
import com.xpkit.sociallink.simulator.Visitor;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** A double click or two tabs open two flows, and WeChat hands one code to both. */
class CodeInTwoFlowsIT extends OnAServer {

    /** Shorter than any wait for another callback. */
    private static final Duration AT_ONCE = Duration.ofMillis(1500);

    private final Shop shop = Service.shop();
    private final Visitor visitor = Visitor.named(Service.unique("v-"), "小明");
    private final Phone phone = Service.phone();

    @AfterEach
    void recover() {
        WECHAT.faults().clear();
    }

    @Test
    void theFlowThatComesTooLateStartsOnceMoreAtOnceAndIsLinked() {
        var first = phone.goToWeChat(shop.silentLink(), visitor);
        var second = withCodeOf(first, phone.goToWeChat(shop.silentLink(), visitor));
        var profile = expect(phone.callBack(first)).linksTo(HOME);

        var again = timed(() -> phone.callBack(second));

        expectRestart(again, second);
        assertThat(expect(phone.callBack(phone.consent(again, visitor))).linksTo(HOME))
                .isEqualTo(profile);
        assertThat(expect(phone.callBack(first)).linksTo(HOME)).isEqualTo(profile);
    }

    @Test
    void theSameCodeInTheSecondAttemptIs103AtOnce() {
        var first = phone.goToWeChat(shop.silentLink(), visitor);
        var second = withCodeOf(first, phone.goToWeChat(shop.silentLink(), visitor));
        expect(phone.callBack(first)).linksTo(HOME);
        var third = withCodeOf(first, phone.consent(phone.callBack(second), visitor));

        var answer = timed(() -> phone.callBack(third));

        expect(answer).goesTo(HOME + "?error_code=103");
    }

    @Test
    void aCodeThatWasRefusedInAnotherFlowExplainsItToo() {
        var first = phone.goToWeChat(shop.consentLink(), visitor.onSnapshotPage());
        var second = withCodeOf(first, phone.goToWeChat(shop.consentLink(), visitor));
        expect(phone.callBack(first)).goesTo(HOME + "?error_code=106");

        var again = timed(() -> phone.callBack(second));

        expectRestart(again, second);
        expect(phone.callBack(phone.consent(again, visitor))).linksTo(HOME);
    }

    /** WeChat's documentation also lists this errcode for used codes. */
    @Test
    void aCodeThatWeChatCallsInvalidIsExplainedByTheOtherFlow() {
        var first = phone.goToWeChat(shop.silentLink(), visitor);
        var second = withCodeOf(first, phone.goToWeChat(shop.silentLink(), visitor));
        expect(phone.callBack(first)).linksTo(HOME);
        WECHAT.faults().token().next(Fault.errcode(40029));

        expectRestart(timed(() -> phone.callBack(second)), second);
    }

    @RepeatedTest(5)
    void theOtherFlowMayStillBeTalkingToWeChat() {
        var first = phone.goToWeChat(shop.silentLink(), visitor);
        var second = withCodeOf(first, phone.goToWeChat(shop.silentLink(), visitor));
        WECHAT.faults().token().next(Fault.delay(Duration.ofMillis(500)));
        var linked = CompletableFuture.supplyAsync(() -> phone.callBack(first));
        Await.soon("the code is spent", () -> WECHAT.logbook().isSpent(code(first)));

        var again = timed(() -> phone.callBack(second));

        expectRestart(again, second);
        assertThat(expect(phone.callBack(phone.consent(again, visitor))).linksTo(HOME))
                .isEqualTo(expect(linked.join()).linksTo(HOME));
    }

    @Test
    void aCodeThatNobodyKnowsOfStartsOnceMoreAfterTheWaitAndThenIs103() {
        var spentElsewhere = phone.goToWeChat(shop.silentLink(), visitor);
        WECHAT.faults().token().next(Fault.errcode(40163));
        var again = phone.callBack(spentElsewhere);
        expectRestart(again, spentElsewhere);

        WECHAT.faults().token().next(Fault.errcode(40163));
        var answer = phone.callBack(phone.consent(again, visitor));

        expect(answer).goesTo(HOME + "?error_code=103");
    }

    @Test
    void aLostCookieAndAUsedCodeAreOneRestartTogether() {
        var first = phone.goToWeChat(shop.silentLink(), visitor);
        phone.loseCookies();
        var second = phone.consent(phone.callBack(first), visitor);
        WECHAT.faults().token().next(Fault.errcode(40163));

        expect(phone.callBack(second)).goesTo(HOME + "?error_code=103");
    }

    @Test
    void otherFlowsOfTheBrowserWithOtherCodesExplainNothing() {
        expect(phone.follow(shop.silentLink(), visitor)).linksTo(HOME);
        var callback = phone.goToWeChat(shop.silentLink(), visitor);
        var profile = expect(phone.callBack(callback)).linksTo(HOME);

        assertThat(expect(phone.callBack(callback)).linksTo(HOME)).isEqualTo(profile);
    }

    @Test
    void theRestartIsLoggedAndCountedForWhatItIs() {
        var first = phone.goToWeChat(shop.silentLink(), visitor);
        var second = withCodeOf(first, phone.goToWeChat(shop.silentLink(), visitor));
        expect(phone.callBack(first)).linksTo(HOME);
        phone.callBack(second);

        var line = "restarted, another flow has used its code account=" + shop.account();
        Await.soon("it is in the log", () -> Service.log().contains(line));
        assertThat(Service.log())
                .doesNotContain("restarted without its cookie account=" + shop.account())
                .doesNotContain(code(first));
        assertThat(Service.operator().get("/api/metrics/").body())
                .contains("{account=\"" + shop.account() + "\",sent=\"again\"} 1.0");
    }

    private void expectRestart(Answer again, URI callback) {
        expect(again).has(302).isNotKept();
        assertThat(again.location().getAuthority()).isEqualTo(WECHAT.url().getAuthority());
        assertThat(again.sent("state")).isPresent();
        assertThat(again.sent("state")).isNotEqualTo(Answer.parameter(callback, "state"));
    }

    private static Answer timed(Supplier<Answer> callback) {
        var began = System.nanoTime();
        var answer = callback.get();
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(AT_ONCE);
        return answer;
    }

    private static URI withCodeOf(URI first, URI callback) {
        return URI.create(callback.toString().replaceFirst("code=[^&]*", "code=" + code(first)));
    }

    private static String code(URI callback) {
        return Answer.parameter(callback, "code").orElseThrow();
    }
}
