package com.xpkit.sociallink.it;

import static com.xpkit.sociallink.driver.AnswerAssert.expect;
import static com.xpkit.sociallink.driver.Shop.HOME;
import static com.xpkit.sociallink.it.Service.WECHAT;
import static org.assertj.core.api.Assertions.assertThat;

import com.xpkit.sociallink.driver.Answer;
import com.xpkit.sociallink.driver.Phone;
import com.xpkit.sociallink.driver.Shop;
import com.xpkit.sociallink.simulator.Decision;
import com.xpkit.sociallink.simulator.Scope;
import com.xpkit.sociallink.simulator.Visitor;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes back from WeChat: declined, forged, repeated, from another browser. */
class CallbackIT extends OnAServer {

    private final Shop shop = Service.shop();
    private final Visitor visitor = Visitor.named(Service.unique("v-"), "小明🌸");
    private final Phone phone = Service.phone();

    @ParameterizedTest
    @EnumSource(
            value = Decision.class,
            names = {"DECLINE_WITH_STATE_ONLY", "DECLINE_WITH_AUTHDENY"})
    void aVisitorWhoDeclinesIsSentHomeWith102(Decision decline) {
        var departure = phone.open(shop.consentLink()).location();

        var answer = phone.callBack(WECHAT.decide(departure, visitor, decline).orElseThrow());

        expect(answer).goesTo(HOME + "?error_code=102");
        assertThat(shop.profiles()).isZero();
    }

    @Test
    void anEmptyCodeIsADecline() {
        var callback = phone.goToWeChat(shop.consentLink(), visitor).toString();

        var answer = phone.callBack(URI.create(callback.replaceFirst("code=[^&]*", "code=")));

        expect(answer).goesTo(HOME + "?error_code=102");
    }

    @ParameterizedTest
    @ValueSource(strings = {"code", "state"})
    void twoValuesOfOneParameterAreRefused(String parameter) {
        var callback = phone.goToWeChat(shop.silentLink(), visitor);
        var value = Answer.parameter(callback, parameter).orElseThrow();

        var answer = phone.callBack(URI.create(callback + "&" + parameter + "=" + value));

        expect(answer).goesTo(HOME + "?error_code=102");
        assertThat(Service.isSpent(callback)).isFalse();
    }

    @Test
    void aFlowThatWasTouchedIsUnknown() {
        var callback = phone.goToWeChat(shop.silentLink(), visitor).toString();
        var flow = Answer.parameter(URI.create(callback), "flow").orElseThrow();
        var touched =
                flow.substring(0, 20) + (flow.charAt(20) == 'a' ? 'b' : 'a') + flow.substring(21);

        expect(phone.callBack(URI.create(callback.replace(flow, touched)))).isPageWith("102");
        expect(phone.callBack(URI.create(callback.replace(flow, "")))).isPageWith("102");
        expect(phone.callBack(URI.create(callback + "&flow=" + flow))).isPageWith("102");
        expect(phone.callBack(URI.create(Service.URL + "/api/wechat/callback/?code=a&state=b")))
                .isPageWith("102");
        assertThat(Service.isSpent(URI.create(callback))).isFalse();
    }

    @Test
    void aStateThatIsNotTheFlowsIsRefused() {
        var callback = phone.goToWeChat(shop.silentLink(), visitor);
        var other = phone.open(shop.silentLink()).sent("state").orElseThrow();
        var own = Answer.parameter(callback, "state").orElseThrow();

        for (var state : new String[] {other, "0".repeat(32), "", own.toUpperCase() + "x"}) {
            var forged = URI.create(callback.toString().replace("state=" + own, "state=" + state));
            expect(phone.callBack(forged)).goesTo(HOME + "?error_code=102");
        }

        assertThat(Service.isSpent(callback)).isFalse();
        expect(phone.callBack(callback)).linksTo(HOME);
    }

    @Test
    void aCodeOfAnotherVisitIsNoProof() {
        var departure = phone.open(shop.silentLink());
        var callback = phone.consent(departure, visitor).toString();
        var other = Service.shop();
        var foreign = WECHAT.issueCode(other.official().appId(), visitor, Scope.SNSAPI_BASE);

        var answer =
                phone.callBack(URI.create(callback.replaceFirst("code=[^&]*", "code=" + foreign)));

        expect(answer).goesTo(HOME + "?error_code=103");
        assertThat(WECHAT.logbook().isSpent(foreign)).isFalse();
    }

    @Test
    void aLostCookieStartsTheWayOnceMoreAndSpendsNoCode() {
        var callback = phone.goToWeChat(shop.consentLink(), visitor);
        phone.loseCookies();

        var again = phone.callBack(callback);

        assertThat(again.location().getAuthority()).isEqualTo(WECHAT.url().getAuthority());
        assertThat(again.sent("scope")).hasValue("snsapi_userinfo");
        assertThat(again.sent("state")).isNotEqualTo(Answer.parameter(callback, "state"));
        assertThat(Service.isSpent(callback)).isFalse();
        expect(again).isNotKept();
        expect(phone.callBack(phone.consent(again, visitor))).linksTo(HOME);
    }

    @Test
    void aCookieLostTwiceIs102AtTheApplication() {
        var first = phone.goToWeChat(shop.silentLink(), visitor);
        phone.loseCookies();
        var second = phone.consent(phone.callBack(first), visitor);
        phone.loseCookies();

        var answer = phone.callBack(second);

        expect(answer).goesTo(HOME + "?error_code=102");
        assertThat(Service.isSpent(first) || Service.isSpent(second)).isFalse();
    }

    @Test
    void anotherBrowsersCallbackNeverSpendsTheCode() {
        var callback = phone.goToWeChat(shop.silentLink(), visitor);
        var scanner = Service.phone();
        scanner.open(shop.silentLink());

        scanner.callBack(callback);
        Service.browser("curl/8").callBack(callback);

        assertThat(Service.isSpent(callback)).isFalse();
        expect(phone.callBack(callback)).linksTo(HOME);
    }

    @Test
    void flowsSideBySideInOneBrowserDoNotDisturbEachOther() {
        var first = phone.goToWeChat(shop.linkTo(HOME + "?n=1"), visitor);
        var second = phone.goToWeChat(shop.linkTo(HOME + "?n=2"), visitor);

        var late = expect(phone.callBack(second)).linksTo(HOME + "?n=2");
        var early = expect(phone.callBack(first)).linksTo(HOME + "?n=1");

        assertThat(early).isEqualTo(late);
    }

    @Test
    void theSameCallbackTwiceAtOnceComesToOneProfile() {
        var callback = phone.goToWeChat(shop.consentLink(), visitor);

        var answers =
                IntStream.range(0, 5)
                        .mapToObj(
                                i -> CompletableFuture.supplyAsync(() -> phone.callBack(callback)))
                        .toList();

        assertThat(answers.stream().map(answer -> expect(answer.join()).linksTo(HOME)).distinct())
                .hasSize(1);
        assertThat(shop.profiles()).isEqualTo(1);
    }

    @Test
    void theSameCallbackLaterComesToTheSameProfile() {
        var callback = phone.goToWeChat(shop.consentLink(), visitor);
        var profile = expect(phone.callBack(callback)).linksTo(HOME);

        assertThat(expect(phone.callBack(callback)).linksTo(HOME)).isEqualTo(profile);
        assertThat(expect(phone.callBack(callback)).linksTo(HOME)).isEqualTo(profile);
    }

    @Test
    void theSameStateWithASecondCodeComesToTheSameProfile() {
        var departure = phone.open(shop.silentLink());
        var first = phone.consent(departure, visitor);
        var second = phone.consent(departure, visitor);

        var one = CompletableFuture.supplyAsync(() -> phone.callBack(first));
        var other = CompletableFuture.supplyAsync(() -> phone.callBack(second));

        assertThat(expect(other.join()).linksTo(HOME)).isEqualTo(expect(one.join()).linksTo(HOME));
    }

    @Test
    void aFlowStaysItsFirstVisitors() {
        var departure = phone.open(shop.silentLink());
        var first = phone.consent(departure, visitor);
        var second = phone.consent(departure, Visitor.named(Service.unique("v-"), "另一个"));

        var profile = expect(phone.callBack(first)).linksTo(HOME);

        assertThat(expect(phone.callBack(second)).linksTo(HOME)).isEqualTo(profile);
        assertThat(shop.profiles()).isEqualTo(1);
    }
}
