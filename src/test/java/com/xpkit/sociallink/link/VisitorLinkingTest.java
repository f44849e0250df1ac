package com.xpkit.sociallink.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.xpkit.sociallink.MovableClock;
import com.xpkit.sociallink.address.Query;
import com.xpkit.sociallink.configuration.LinkingConfiguration;
import com.xpkit.sociallink.configuration.LiveConfigurationsMother;
import com.xpkit.sociallink.link.flow.Flow;
import com.xpkit.sociallink.link.flow.FlowMother;
import com.xpkit.sociallink.link.flow.Flows;
import com.xpkit.sociallink.platform.settings.SettingsMother;
import com.xpkit.sociallink.wechat.AuthType;
import com.xpkit.sociallink.wechat.CodeUsed;
import com.xpkit.sociallink.wechat.WeChatFailure;
import com.xpkit.sociallink.wechat.WeChatSettings;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class VisitorLinkingTest {

    private static final String HOME = "https://app.example.com/page?a=b";
    private static final String WECHAT = "Mozilla/5.0 MicroMessenger/8.0";

    private final UUID account = UUID.randomUUID();
    private final LinkingConfiguration configuration =
            LiveConfigurationsMother.configuration("app.example.com");
    private final MovableClock clock = new MovableClock();
    private final WeChatStub wechat = new WeChatStub();
    private final SavingInMemory saved = new SavingInMemory();
    private final WaitingInMemory waiting = new WaitingInMemory();
    private final VisitorLinking linking = new VisitorLinking();
    private final Link link = new Link();

    @BeforeEach
    void assemble() {
        linking.wechat = wechat;
        linking.settings = new WeChatSettings(SettingsMother.shipped());
        linking.configurations = LiveConfigurationsMother.of(account, configuration);
        linking.flows = FlowMother.flows(clock);
        linking.cookie = FlowMother.cookie("https://link.example.com");
        linking.codes = CodeExchangingTest.codes(wechat, saved, waiting);
    }

    @Test
    void sendsTheVisitorToWeChatWithAFlowOfTheirOwn() {
        var departure = linking.depart(link, asking(account.toString(), HOME, WECHAT));

        assertThat(departure.flow().account()).isEqualTo(account);
        assertThat(departure.flow().configuration()).isEqualTo(configuration.id());
        assertThat(departure.flow().applicationUri()).isEqualTo(HOME);
        assertThat(departure.wechat()).hasToString("wechat:" + departure.flow().state());
    }

    /** The first of 100, 105, 101, where 0 stands for what is right. */
    @ParameterizedTest
    @CsvSource({
        "Safari, unknown, https://evil.org/, 100",
        "Safari, unknown, https://app.example.com/, 100",
        "Safari, known, https://evil.org/, 100",
        "Safari, known, https://app.example.com/, 100",
        "MicroMessenger, unknown, https://evil.org/, 105",
        "MicroMessenger, unknown, https://app.example.com/, 105",
        "MicroMessenger, known, https://evil.org/, 101",
        "MicroMessenger, known, , 101",
        ", known, https://app.example.com/, 100"
    })
    void refusesForTheFirstReasonOfSeveral(String agent, String id, String uri, int code) {
        var named = id.equals("known") ? account.toString() : UUID.randomUUID().toString();

        assertThat(refusal(asking(named, uri, agent)).code()).isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "1-1-1-1-1"})
    void takesAnAccountThatIsNoneForUnknown(String named) {
        assertThat(refusal(asking(named, HOME, WECHAT))).isEqualTo(LinkError.UNKNOWN_ACCOUNT);
        assertThat(refusal(asking(null, HOME, WECHAT))).isEqualTo(LinkError.UNKNOWN_ACCOUNT);
    }

    @Test
    void returnsErrorsToTheApplicationOnceItIsAllowed() {
        refusal(asking(account.toString(), HOME, "Safari"));

        assertThat(link.home()).hasValueSatisfying(uri -> assertThat(uri).hasToString(HOME));
    }

    @Test
    void returnsNoErrorToAnAddressThatIsNotAllowed() {
        refusal(asking(account.toString(), "https://evil.org/", "Safari"));
        assertThat(link.home()).isEmpty();

        refusal(asking(UUID.randomUUID().toString(), HOME, WECHAT));
        assertThat(link.home()).isEmpty();
    }

    @Test
    void takesAnUnknownAuthTypeForTheIntegratorsMistake() {
        var request =
                new AuthoriseRequest(account.toString(), Optional.empty(), HOME, WECHAT, List.of());

        assertThat(refusal(request)).isEqualTo(LinkError.UNKNOWN_AUTH_TYPE);
        assertThat(link.home()).isEmpty();
    }

    /** Before all else, since what fell out may also be why the rest is wrong. */
    @Test
    void takesParametersThatFellOutOfTheAddressForTheIntegratorsMistake() {
        var request =
                new AuthoriseRequest(null, Optional.empty(), HOME, "Safari", List.of("gourl"));

        var refused = catchThrowableOfType(LinkRefused.class, () -> linking.depart(link, request));

        assertThat(refused.error()).isEqualTo(LinkError.UNENCODED_ADDRESS);
        assertThat(refused.parameters()).containsExactly("gourl");
        assertThat(refused.getMessage()).doesNotContain("gourl");
        assertThat(link.home()).isEmpty();
    }

    @Test
    void linksTheVisitorWhoComesBack() {
        var flow = departed();

        var arrival = arrive(callback(flow, "code", FlowMother.cookieOf(flow)));

        assertThat(arrival.profile()).contains(saved.profile);
        assertThat(wechat.codes).containsExactly("code");
        assertThat(link.flow()).hasValue(flow);
    }

    @Test
    void spendsNoCodeWithoutTheCookieAndBeginsOnceMore() {
        var arrival = arrive(callback(departed(), "code", "other=1"));

        var again = arrival.again().orElseThrow().departure().flow();
        assertThat(arrival.again().get().why()).isEqualTo(Restart.WITHOUT_COOKIE);
        assertThat(link.flow()).isEmpty();
        assertThat(wechat.codes).isEmpty();
        assertThat(arrival.profile()).isEmpty();
        assertThat(again.attempt()).isEqualTo(2);
        assertThat(arrivalRefusal(callback(again, "code", "other=1"))).isEqualTo(LinkError.NO_CODE);
        assertThat(link.home()).isPresent();
    }

    @Test
    void tellsWeChatsDoorTheBrowserEachTimeItSendsTheVisitorThere() {
        arrive(callback(departed(), "code", "other=1"));

        assertThat(wechat.userAgents).containsExactly(WECHAT, WECHAT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "authdeny"})
    void takesAVisitorWhoDeclinedForOne(String code) {
        var flow = departed();

        assertThat(arrivalRefusal(callback(flow, code, FlowMother.cookieOf(flow))))
                .isEqualTo(LinkError.NO_CODE);
        assertThat(link.home()).isPresent();
    }

    @Test
    void refusesALapsedFlowAtTheApplication() {
        var flow = departed();
        clock.advance(Duration.ofMinutes(10));

        assertThat(arrivalRefusal(callback(flow, "code", FlowMother.cookieOf(flow))))
                .isEqualTo(LinkError.NO_CODE);
        assertThat(link.home()).isPresent();
        assertThat(wechat.codes).isEmpty();
    }

    @Test
    void refusesAStateItNeverIssued() {
        var flow = departed();
        var request = callback(flow, "code", departed().state(), FlowMother.cookieOf(flow));

        assertThat(arrivalRefusal(request)).isEqualTo(LinkError.NO_CODE);
        assertThat(wechat.codes).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"code", "state"})
    void refusesACodeOrAStateThatIsThereTwice(String twice) {
        var flow = departed();
        var query = query(flow, "code", flow.state());
        var value = query.replaceFirst(".*" + twice + "=([^&]*).*", "$1");
        var request =
                new CallbackRequest(
                        Query.of(query + "&" + twice + "=" + value),
                        List.of(FlowMother.cookieOf(flow)),
                        WECHAT);

        assertThat(arrivalRefusal(request)).isEqualTo(LinkError.NO_CODE);
        assertThat(wechat.codes).isEmpty();
    }

    @Test
    void refusesAFlowItNeverSealed() {
        var query = Query.of(Flows.PARAMETER + "=AAAA");

        assertThat(arrivalRefusal(new CallbackRequest(query, null, null)))
                .isEqualTo(LinkError.NO_CODE);
        assertThat(link.home()).isEmpty();
    }

    @Test
    void refusesAFlowWhoseConfigurationIsGone() {
        var flow = departed();
        linking.configurations =
                LiveConfigurationsMother.of(
                        account, LiveConfigurationsMother.configuration("app.example.com"));

        assertThat(arrivalRefusal(callback(flow, "code", FlowMother.cookieOf(flow))))
                .isEqualTo(LinkError.ADDRESS_NOT_ALLOWED);
        assertThat(link.home()).isEmpty();
    }

    @Test
    void asksWeChatNothingWithoutTheSecret() {
        var closed = LiveConfigurationsMother.configuration("app.example.com", Optional.empty());
        linking.configurations = LiveConfigurationsMother.of(account, closed);
        var flow = departed();

        var error = arrivalRefusal(callback(flow, "code", FlowMother.cookieOf(flow)));

        assertThat(error).isEqualTo(LinkError.NO_TOKEN);
        assertThat(wechat.codes).isEmpty();
        assertThat(link.line()).contains("configuration=" + closed.id());
    }

    @ParameterizedTest
    @EnumSource
    void translatesWeChatsFailures(WeChatFailure.Kind kind) {
        var flow = departed();
        wechat.failure = new WeChatFailure(kind, "reason");
        var expected =
                switch (kind) {
                    case CODE_REFUSED, NO_TOKEN, UNREACHABLE -> 103;
                    case NO_PROFILE -> 104;
                    case SNAPSHOT_VISITOR -> 106;
                };

        var error = arrivalRefusal(callback(flow, "code", FlowMother.cookieOf(flow)));

        assertThat(error.code()).isEqualTo(expected);
        assertThat(saved.remembered.isEmpty())
                .isEqualTo(expected == 103 && kind != WeChatFailure.Kind.CODE_REFUSED);
    }

    @Test
    void findsTheProfileOfAnotherCallbackWhenTheCodeIsSpent() {
        var flow = departed();
        wechat.failure = new WeChatFailure(WeChatFailure.Kind.CODE_REFUSED, "errcode 40163");
        waiting.outcomesSoon.add(
                LinkOutcome.linked(FlowCode.of(flow, "code"), saved.profile, MovableClock.START));

        var arrival = arrive(callback(flow, "code", FlowMother.cookieOf(flow)));

        assertThat(arrival.profile()).contains(saved.profile);
    }

    @Test
    void beginsOnceMoreWhenAnotherFlowHasUsedTheCode() {
        var flow = departed();
        wechat.failure = new CodeUsed("errcode 40163");
        waiting.outcomesSoon.add(
                LinkOutcome.linked(
                        FlowCode.of(departed(), "code"), saved.profile, MovableClock.START));

        var again = again(flow, Restart.CODE_OF_ANOTHER_FLOW);

        assertThat(again.attempt()).isEqualTo(2);
        assertThat(again.state()).isNotEqualTo(flow.state());
        assertThat(again.began()).isEqualTo(flow.began());
        assertThat(arrivalRefusal(callback(again, "code", FlowMother.cookieOf(again))))
                .isEqualTo(LinkError.NO_TOKEN);
        assertThat(link.home()).isPresent();
    }

    @Test
    void beginsOnceMoreWhenNobodyTellsWhoHasUsedTheCode() {
        wechat.failure = new CodeUsed("errcode 40163");

        var again = again(departed(), Restart.CODE_USED);

        assertThat(arrivalRefusal(callback(again, "code2", FlowMother.cookieOf(again))))
                .isEqualTo(LinkError.NO_TOKEN);
    }

    private Flow again(Flow flow, Restart why) {
        var arrival = arrive(callback(flow, "code", FlowMother.cookieOf(flow)));
        assertThat(arrival.profile()).isEmpty();
        assertThat(arrival.again().orElseThrow().why()).isEqualTo(why);
        return arrival.again().get().departure().flow();
    }

    private VisitorLinking.Arrival arrive(CallbackRequest request) {
        return CodeExchangingTest.join(linking.arrive(link, request).toCompletableFuture());
    }

    private Flow departed() {
        return linking.depart(new Link(), asking(account.toString(), HOME, WECHAT)).flow();
    }

    private CallbackRequest callback(Flow flow, String code, String cookie) {
        return callback(flow, code, flow.state(), cookie);
    }

    private CallbackRequest callback(Flow flow, String code, String state, String cookie) {
        return new CallbackRequest(Query.of(query(flow, code, state)), List.of(cookie), WECHAT);
    }

    private String query(Flow flow, String code, String state) {
        var seal = linking.flows.callback(flow).replaceFirst(".*flow=", "");
        return Flows.PARAMETER + "=" + seal + "&code=" + code + "&state=" + state;
    }

    private static AuthoriseRequest asking(String account, String uri, String agent) {
        return new AuthoriseRequest(
                account, Optional.of(AuthType.SNSAPI_BASE), uri, agent, List.of());
    }

    private LinkError refusal(AuthoriseRequest request) {
        return errorOf(
                catchThrowableOfType(LinkRefused.class, () -> linking.depart(link, request)));
    }

    private LinkError arrivalRefusal(CallbackRequest request) {
        return errorOf(catchThrowableOfType(LinkRefused.class, () -> arrive(request)));
    }

    private static LinkError errorOf(LinkRefused refused) {
        assertThat(refused).as("a refusal").isNotNull();
        return refused.error();
    }
}
