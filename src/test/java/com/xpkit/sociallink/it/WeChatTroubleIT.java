package com.xpkit.sociallink.it;

import static com.xpkit.sociallink.driver.AnswerAssert.expect;
import static com.xpkit.sociallink.driver.Shop.HOME;
import static com.xpkit.sociallink.it.Service.WECHAT;
import static org.assertj.core.api.Assertions.assertThat;

import com.xpkit.sociallink.driver.Phone;
import com.xpkit.sociallink.driver.Shop;
import com.xpkit.sociallink.simulator.Fault;
import com.xpkit.sociallink.simulator.Visitor;
import java.net.URI;
import java.time.Duration;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * WeChat is slow, wrong or away. After many failed calls the circuit breaker opens for two seconds, so links that
 * succeed follow each test.
 */
class WeChatTroubleIT extends OnAServer {

    /** {@code sociallink.wechat.timeout} here, and a margin for a busy machine. */
    private static final Duration TIMEOUT = Duration.ofSeconds(2);

    private static final Duration MARGIN = Duration.ofSeconds(2);

    private final Shop shop = Service.shop();
    private final Visitor visitor = Visitor.named(Service.unique("v-"), "小明");
    private final Phone phone = Service.phone();

    @AfterEach
    void recover() {
        WECHAT.faults().clear();
        for (int i = 0; i < 3; i++) {
            expect(phone.follow(shop.silentLink(), visitor)).linksTo(HOME);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 61450})
    void asksAgainWhenWeChatIsBusy(int busy) {
        WECHAT.faults().token().next(2, Fault.errcode(busy));
        WECHAT.faults().userinfo().next(2, Fault.errcode(busy));

        expect(phone.follow(shop.consentLink(), visitor)).linksTo(HOME);
    }

    @Test
    void doesNotAskAgainForEver() {
        WECHAT.faults().token().always(Fault.systemBusy());

        var took = timed(() -> expectRefusal(shop.silentLink(), 103));

        assertThat(took).isLessThan(TIMEOUT.plus(MARGIN));
    }

    @ParameterizedTest
    @ValueSource(ints = {40029, 40001, 40125, 40013, 45011, 50001, 48001, 99999})
    void anErrorOfTheTokenCallIs103AndIsNotAskedAgain(int errcode) {
        WECHAT.faults().token().next(Fault.errcode(errcode));
        var callsBefore = WECHAT.logbook().tokenCalls();

        expectRefusal(shop.consentLink(), 103);

        assertThat(WECHAT.logbook().tokenCalls() - callsBefore).isEqualTo(1);
    }

    static Stream<Fault> brokenAnswers() {
        return Stream.of(
                Fault.garbage(),
                Fault.emptyBody(),
                Fault.body("null"),
                Fault.body("[]"),
                Fault.body("{\"access_token\":"),
                Fault.body("{\"openid\":7,\"access_token\":\"x\"}"),
                Fault.body("[".repeat(100_000)),
                Fault.withoutOpenid(),
                Fault.badGateway(),
                Fault.large(5_000_000));
    }

    @ParameterizedTest
    @MethodSource("brokenAnswers")
    void aTokenAnswerThatIsNoneIs103(Fault broken) {
        WECHAT.faults().token().next(broken);

        expectRefusal(shop.consentLink(), 103);
    }

    @ParameterizedTest
    @MethodSource("brokenAnswers")
    void aProfileAnswerThatIsNoneIs104AndNothingIsSaved(Fault broken) {
        WECHAT.faults().userinfo().next(broken);

        expectRefusal(shop.consentLink(), 104);
    }

    @ParameterizedTest
    @ValueSource(ints = {40001, 40003, 42001, 48001})
    void anErrorOfTheProfileCallIs104(int errcode) {
        WECHAT.faults().userinfo().next(Fault.errcode(errcode));

        expectRefusal(shop.consentLink(), 104);
    }

    static Stream<Fault> cutLines() {
        return Stream.of(Fault.noBytes().afterServing(), Fault.cutInMidAnswer());
    }

    @ParameterizedTest
    @MethodSource("cutLines")
    void aLineThatIsCutIs103AndTheCodeIsNotSentAgain(Fault cut) {
        WECHAT.faults().token().next(cut);

        expectRefusal(shop.silentLink(), 103);
    }

    @ParameterizedTest
    @MethodSource("cutLines")
    void asksForTheProfileAgainWhenTheLineIsCut(Fault cut) {
        WECHAT.faults().userinfo().next(cut);

        expect(phone.follow(shop.consentLink(), visitor)).linksTo(HOME);
    }

    @ParameterizedTest
    @MethodSource("cutLines")
    void aLineThatIsCutTwiceBeforeTheProfileIs104(Fault cut) {
        WECHAT.faults().userinfo().next(2, cut);

        expectRefusal(shop.consentLink(), 104);
    }

    static Stream<Fault> slowAnswers() {
        return Stream.of(
                Fault.delay(Duration.ofSeconds(10)), Fault.slowDrip(Duration.ofMillis(300)));
    }

    @ParameterizedTest
    @MethodSource("slowAnswers")
    void aTokenThatComesTooLateIs103InTime(Fault slow) {
        WECHAT.faults().token().next(slow);

        var took = timed(() -> expectRefusal(shop.silentLink(), 103));

        assertThat(took).isBetween(TIMEOUT.minusMillis(500), TIMEOUT.plus(MARGIN));
    }

    @ParameterizedTest
    @MethodSource("slowAnswers")
    void aProfileThatComesTooLateIs104InTime(Fault slow) {
        WECHAT.faults().userinfo().next(slow);

        var took = timed(() -> expectRefusal(shop.consentLink(), 104));

        assertThat(took).isBetween(TIMEOUT.minusMillis(500), TIMEOUT.plus(MARGIN));
    }

    @Test
    void manyRefusalsOfWeChatDoNotCutTheLine() {
        WECHAT.faults().token().next(21, Fault.errcode(45011));
        IntStream.range(0, 21).forEach(i -> expectRefusal(shop.silentLink(), 103));

        expect(phone.follow(shop.silentLink(), visitor)).linksTo(HOME);
    }

    @Test
    void aLinkAfterAFailureSucceedsByTheSameLink() {
        WECHAT.faults().token().next(Fault.badGateway());
        expectRefusal(shop.consentLink(), 103);

        expect(phone.follow(shop.consentLink(), visitor)).linksTo(HOME);
    }

    private void expectRefusal(URI link, int code) {
        var before = shop.profiles();
        expect(phone.follow(link, visitor)).goesTo(HOME + "?error_code=" + code);
        assertThat(shop.profiles()).isEqualTo(before);
    }

    private static Duration timed(Runnable work) {
        var began = System.nanoTime();
        work.run();
        return Duration.ofNanos(System.nanoTime() - began);
    }
}
