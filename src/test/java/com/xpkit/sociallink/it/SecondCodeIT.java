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
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** One state, several codes: a refusal answers its own code, and a profile answers all of them. */
class SecondCodeIT extends OnAServer {

    private static final String SNAPSHOT = HOME + "?error_code=106#";
    private static final String NO_PROFILE = HOME + "?error_code=104#";

    /** Shorter than {@code sociallink.wechat.timeout} here. */
    private static final Duration A_WHILE = Duration.ofMillis(800);

    private static final Fault NONE = Fault.delay(Duration.ZERO);

    private final Shop shop = Service.shop();
    private final Visitor visitor = Visitor.named(Service.unique("v-"), "小明");
    private final Phone phone = Service.phone();
    private Answer departure;

    @BeforeEach
    void depart() {
        departure = phone.open(shop.consentLink());
    }

    @AfterEach
    void recover() {
        WECHAT.faults().clear();
    }

    @Test
    void theRealVisitorWhoFollowsASnapshotPageIsLinked() {
        var snapshot = phone.consent(departure, visitor.onSnapshotPage());
        expect(phone.callBack(snapshot)).goesTo(SNAPSHOT);

        var profile = expect(phone.callBack(phone.consent(departure, visitor))).linksTo(HOME);

        assertThat(shop.profile(profile).getJsonArray("social")).hasSize(1);
        assertThat(expect(phone.callBack(snapshot)).linksTo(HOME)).isEqualTo(profile);
    }

    @Test
    void aSecondCodeIsLinkedAfterAProfileThatCouldNotBeRead() {
        var unread = unreadable();
        expect(phone.callBack(unread)).goesTo(NO_PROFILE);

        var profile = expect(phone.callBack(phone.consent(departure, visitor))).linksTo(HOME);

        assertThat(expect(phone.callBack(unread)).linksTo(HOME)).isEqualTo(profile);
    }

    @Test
    void aRepeatOfARefusedCodeIsRefusedAgainAndWeChatIsNotAsked() {
        var snapshot = phone.consent(departure, visitor.onSnapshotPage());
        expect(phone.callBack(snapshot)).goesTo(SNAPSHOT);
        var unread = unreadable();
        expect(phone.callBack(unread)).goesTo(NO_PROFILE);
        var asked = WECHAT.logbook().tokenCalls();

        for (int i = 0; i < 2; i++) {
            expect(phone.callBack(snapshot)).goesTo(SNAPSHOT);
            expect(phone.callBack(unread)).goesTo(NO_PROFILE);
        }

        assertThat(WECHAT.logbook().tokenCalls()).isEqualTo(asked);
        assertThat(shop.profiles()).isZero();
    }

    /** A browser that ignores the second cookie of a flow asks WeChat again, which calls the code used. */
    @Test
    void aRepeatOfARefusedCodeIsRefusedAgainWhateverTheBrowserKeeps() {
        var snapshot = phone.consent(departure, visitor.onSnapshotPage());
        var forgetful = phone.copy();
        expect(phone.callBack(snapshot)).goesTo(SNAPSHOT);

        expect(forgetful.callBack(snapshot)).goesTo(SNAPSHOT);
    }

    @Test
    void aRefusedCodeIsNotKeptInClear() {
        var snapshot = phone.consent(departure, visitor.onSnapshotPage());
        var answer = phone.callBack(snapshot);

        var code = Answer.parameter(snapshot, "code").orElseThrow();
        assertThat(answer.headers().map().toString()).doesNotContain(code);
        assertThat(phone.cookies().toString()).doesNotContain(code);
        assertThat(Service.log()).doesNotContain(code);
    }

    @RepeatedTest(5)
    void aRefusalThatIsWrittenJustBeforeDoesNotHideTheProfile() {
        var callbacks = twoCallbacks();
        WECHAT.faults().userinfo().next(Fault.errcode(40001)).next(Fault.delay(A_WHILE));

        var ends = atOnce(callbacks);

        assertThat(ends).containsOnlyOnce(NO_PROFILE);
        assertThatAllLeadToOneProfile(callbacks);
    }

    @RepeatedTest(5)
    void aRefusalThatWouldComeJustAfterIsTheProfile() {
        var callbacks = twoCallbacks();
        WECHAT.faults().token().next(Fault.delay(A_WHILE)).next(NONE);
        WECHAT.faults().userinfo().next(NONE).next(Fault.errcode(40001));

        var late = CompletableFuture.supplyAsync(() -> phone.callBack(callbacks.get(0)));
        Await.soon("WeChat was asked", () -> isSpent(callbacks.get(0)));
        var profile = expect(phone.callBack(callbacks.get(1))).linksTo(HOME);

        assertThat(expect(late.join()).linksTo(HOME)).isEqualTo(profile);
        assertThatAllLeadToOneProfile(callbacks);
    }

    @RepeatedTest(10)
    void aRefusalAtTheSameMomentDoesNotHideTheProfile() {
        var callbacks = twoCallbacks();
        WECHAT.faults().userinfo().next(Fault.errcode(40001));

        var ends = atOnce(callbacks);

        assertThat(ends).anyMatch(end -> end.startsWith(HOME + "?profile_id="));
        assertThatAllLeadToOneProfile(callbacks);
    }

    @Test
    void aSnapshotPageThatFollowsTheRealVisitorIsSentToTheirProfile() {
        var profile = expect(phone.callBack(phone.consent(departure, visitor))).linksTo(HOME);

        var snapshot = phone.consent(departure, visitor.onSnapshotPage());

        assertThat(expect(phone.callBack(snapshot)).linksTo(HOME)).isEqualTo(profile);
    }

    private List<URI> twoCallbacks() {
        return List.of(phone.consent(departure, visitor), phone.consent(departure, visitor));
    }

    private List<String> atOnce(List<URI> callbacks) {
        return callbacks.stream()
                .map(uri -> CompletableFuture.supplyAsync(() -> phone.callBack(uri)))
                .toList()
                .stream()
                .map(answer -> answer.join().location().toString())
                .toList();
    }

    private void assertThatAllLeadToOneProfile(List<URI> callbacks) {
        assertThat(callbacks.stream().map(uri -> expect(phone.callBack(uri)).linksTo(HOME)))
                .hasSize(callbacks.size())
                .containsOnly(shop.onlyProfile());
    }

    /** A callback whose profile WeChat refuses to give. */
    private URI unreadable() {
        WECHAT.faults().userinfo().next(Fault.errcode(40001));
        return phone.consent(departure, visitor);
    }

    private static boolean isSpent(URI callback) {
        return WECHAT.logbook().isSpent(Answer.parameter(callback, "code").orElseThrow());
    }
}
