package com.xpkit.sociallink.link;

import static org.assertj.core.api.Assertions.assertThat;

import com.xpkit.sociallink.MovableClock;
import com.xpkit.sociallink.address.ApplicationUri;
import com.xpkit.sociallink.address.Query;
import com.xpkit.sociallink.configuration.LinkingConfiguration;
import com.xpkit.sociallink.configuration.LinkingConfigurations;
import com.xpkit.sociallink.configuration.LiveConfigurations;
import com.xpkit.sociallink.configuration.LiveConfigurationsMother;
import com.xpkit.sociallink.link.flow.Flow;
import com.xpkit.sociallink.link.flow.FlowMother;
import com.xpkit.sociallink.link.flow.Flows;
import com.xpkit.sociallink.platform.settings.SettingsMother;
import com.xpkit.sociallink.wechat.AuthType;
import com.xpkit.sociallink.wechat.CodeUsed;
import com.xpkit.sociallink.wechat.OfficialAccount;
import com.xpkit.sociallink.wechat.WeChat;
import com.xpkit.sociallink.wechat.WeChatFailure;
import com.xpkit.sociallink.wechat.WeChatSettings;
import jakarta.persistence.PersistenceException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
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
        var departure = sent(asking(account.toString(), HOME, WECHAT));

        assertThat(departure.flow().account()).isEqualTo(account);
        assertThat(departure.flow().configuration()).isEqualTo(configuration.id());
        assertThat(departure.flow().applicationUri()).isEqualTo(HOME);
        assertThat(departure.page()).hasToString("wechat:" + departure.flow().state());
    }

    /** The first of 100, 105, 101; 0 means no error. */
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
    void treatsAnInvalidAccountAsUnknown(String named) {
        assertThat(refusal(asking(named, HOME, WECHAT))).isEqualTo(LinkError.UNKNOWN_ACCOUNT);
        assertThat(refusal(asking(null, HOME, WECHAT))).isEqualTo(LinkError.UNKNOWN_ACCOUNT);
    }

    @Test
    void returnsErrorsToTheApplicationOnceItIsAllowed() {
        var refused = refused(asking(account.toString(), HOME, "Safari"));

        assertThat(home(refused)).hasValueSatisfying(uri -> assertThat(uri).hasToString(HOME));
    }

    @Test
    void returnsNoErrorToAnAddressThatIsNotAllowed() {
        var evil = refused(asking(account.toString(), "https://evil.org/", "Safari"));
        assertThat(home(evil)).isEmpty();

        var unknown = refused(asking(UUID.randomUUID().toString(), HOME, WECHAT));
        assertThat(home(unknown)).isEmpty();
    }

    /** The error is counted for that account, although the visitor is not sent back. */
    @Test
    void refusesInTheNameOfTheAccountThatExists() {
        var evil = refused(asking(account.toString(), "https://evil.org/", WECHAT));
        assertThat(evil.attempt().account()).hasValue(account);
        assertThat(evil.attempt().line()).contains("configuration=- ");

        var unknown = refused(asking(UUID.randomUUID().toString(), HOME, WECHAT));
        assertThat(unknown.attempt().account()).isEmpty();
    }

    @Test
    void treatsAnUnknownAuthTypeAsTheIntegratorsMistake() {
        var request =
                new AuthoriseRequest(account.toString(), Optional.empty(), HOME, WECHAT, List.of());

        var refused = refused(request);

        assertThat(refused.error()).isEqualTo(LinkError.UNKNOWN_AUTH_TYPE);
        assertThat(home(refused)).isEmpty();
    }

    /** This comes before everything else, since the lost parameters may also be why the rest is wrong. */
    @Test
    void treatsParametersThatFellOutOfTheAddressAsTheIntegratorsMistake() {
        var request =
                new AuthoriseRequest(null, Optional.empty(), HOME, "Safari", List.of("gourl"));

        var refused = refused(request);

        assertThat(refused.error()).isEqualTo(LinkError.UNENCODED_ADDRESS);
        assertThat(refused.parameters()).containsExactly("gourl");
        assertThat(refused.reason()).doesNotContain("gourl");
        assertThat(home(refused)).isEmpty();
    }

    @Test
    void linksTheVisitorWhoComesBack() {
        var flow = departed();

        var linked = linked(callback(flow, "code", FlowMother.cookieOf(flow)));

        assertThat(linked.profile()).isEqualTo(saved.profile);
        assertThat(wechat.codes).containsExactly("code");
        assertThat(linked.attempt().proven()).hasValue(flow);
    }

    @Test
    void spendsNoCodeWithoutTheCookieAndBeginsOnceMore() {
        var arrival = sentAgain(callback(departed(), "code", "other=1"));

        var again = arrival.departure().flow();
        assertThat(arrival.why()).isEqualTo(Restart.WITHOUT_COOKIE);
        assertThat(arrival.attempt().proven()).isEmpty();
        assertThat(wechat.codes).isEmpty();
        assertThat(again.attempt()).isEqualTo(2);
        var refused = refused(callback(again, "code", "other=1"));
        assertThat(refused.error()).isEqualTo(LinkError.NO_CODE);
        assertThat(home(refused)).isPresent();
    }

    @Test
    void tellsWeChatsDoorTheBrowserEachTimeItSendsTheVisitorThere() {
        arrive(callback(departed(), "code", "other=1"));

        assertThat(wechat.userAgents).containsExactly(WECHAT, WECHAT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "authdeny"})
    void treatsAVisitorWhoDeclinedAsOne(String code) {
        var flow = departed();

        var refused = refused(callback(flow, code, FlowMother.cookieOf(flow)));

        assertThat(refused.error()).isEqualTo(LinkError.NO_CODE);
        assertThat(home(refused)).isPresent();
    }

    @Test
    void refusesALapsedFlowAtTheApplication() {
        var flow = departed();
        clock.advance(Duration.ofMinutes(10));

        var refused = refused(callback(flow, "code", FlowMother.cookieOf(flow)));

        assertThat(refused.error()).isEqualTo(LinkError.NO_CODE);
        assertThat(home(refused)).isPresent();
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

        var refused = refused(new CallbackRequest(query, null, null));

        assertThat(refused.error()).isEqualTo(LinkError.NO_CODE);
        assertThat(home(refused)).isEmpty();
    }

    @Test
    void refusesAFlowWhoseConfigurationIsGone() {
        var flow = departed();
        linking.configurations =
                LiveConfigurationsMother.of(
                        account, LiveConfigurationsMother.configuration("app.example.com"));

        var refused = refused(callback(flow, "code", FlowMother.cookieOf(flow)));

        assertThat(refused.error()).isEqualTo(LinkError.ADDRESS_NOT_ALLOWED);
        assertThat(home(refused)).isEmpty();
        assertThat(refused.attempt().account()).hasValue(account);
    }

    @Test
    void refusesAFlowWhoseAccountIsGone() {
        var flow = departed();
        linking.configurations = LiveConfigurationsMother.of(UUID.randomUUID(), configuration);

        var refused = refused(callback(flow, "code", FlowMother.cookieOf(flow)));

        assertThat(refused.error()).isEqualTo(LinkError.UNKNOWN_ACCOUNT);
        assertThat(refused.attempt().account()).isEmpty();
        assertThat(home(refused)).isEmpty();
        assertThat(wechat.codes).isEmpty();
    }

    @Test
    void asksWeChatNothingWithoutTheSecret() {
        var closed = LiveConfigurationsMother.configuration("app.example.com", Optional.empty());
        linking.configurations = LiveConfigurationsMother.of(account, closed);
        var flow = departed();

        var refused = refused(callback(flow, "code", FlowMother.cookieOf(flow)));

        assertThat(refused.error()).isEqualTo(LinkError.NO_TOKEN);
        assertThat(wechat.codes).isEmpty();
        assertThat(refused.attempt().line()).contains("configuration=" + closed.id());
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
        waiting.outcomesSoon.add(LinkOutcome.linked(FlowCode.of(flow, "code"), saved.profile));

        var linked = linked(callback(flow, "code", FlowMother.cookieOf(flow)));

        assertThat(linked.profile()).isEqualTo(saved.profile);
    }

    @Test
    void beginsOnceMoreWhenAnotherFlowHasUsedTheCode() {
        var flow = departed();
        wechat.failure = new CodeUsed("errcode 40163");
        waiting.outcomesSoon.add(
                LinkOutcome.linked(FlowCode.of(departed(), "code"), saved.profile));

        var again = again(flow, Restart.CODE_OF_ANOTHER_FLOW);

        assertThat(again.attempt()).isEqualTo(2);
        assertThat(again.state()).isNotEqualTo(flow.state());
        assertThat(again.began()).isEqualTo(flow.began());
        var refused = refused(callback(again, "code", FlowMother.cookieOf(again)));
        assertThat(refused.error()).isEqualTo(LinkError.NO_TOKEN);
        assertThat(home(refused)).isPresent();
    }

    @Test
    void beginsOnceMoreWhenNobodySaysWhoHasUsedTheCode() {
        wechat.failure = new CodeUsed("errcode 40163");

        var again = again(departed(), Restart.CODE_USED);

        assertThat(arrivalRefusal(callback(again, "code2", FlowMother.cookieOf(again))))
                .isEqualTo(LinkError.NO_TOKEN);
    }

    @Test
    void failsWithNothingKnownWhenItCannotAskForTheConfigurations() {
        var flow = departed();
        linking.configurations = unreachable();

        var outward = failed(linking.depart(asking(account.toString(), HOME, WECHAT)));
        var back = failed(arrive(callback(flow, "code", FlowMother.cookieOf(flow))));

        assertThat(List.of(outward, back))
                .allSatisfy(
                        failed -> {
                            assertThat(failed.cause()).isInstanceOf(PersistenceException.class);
                            assertThat(failed.attempt().account()).isEmpty();
                            assertThat(failed.attempt().way()).isEmpty();
                        });
    }

    @Test
    void failsOnTheWayThatItKnows() {
        var flow = departed();
        linking.wechat = broken();

        var outward = failed(linking.depart(asking(account.toString(), HOME, WECHAT)));
        var back = failed(arrive(callback(flow, "code", "other=1")));

        assertThat(List.of(outward, back))
                .allSatisfy(
                        failed -> {
                            assertThat(failed.attempt().account()).hasValue(account);
                            assertThat(home(failed)).isPresent();
                            assertThat(failed.attempt().proven()).isEmpty();
                        });
    }

    @Test
    void comesToAResultWhenTheExchangeOfTheCodeDoes() {
        var exchange = new CompletableFuture<ExchangeResult>();
        var arrival = arriveWhile(exchange);
        assertThat(arrival).isNotDone();

        exchange.complete(new ExchangeResult.Refused(LinkError.SNAPSHOT_VISITOR, "reason"));

        var refused = refused(arrival.join());
        assertThat(refused.error()).isEqualTo(LinkError.SNAPSHOT_VISITOR);
        assertThat(refused.reason()).isEqualTo("reason");
        assertThat(refused.attempt().proven()).isPresent();
    }

    @Test
    void failsForTheReasonThatTheExchangeHad() {
        var exchange = new CompletableFuture<ExchangeResult>();
        var arrival = arriveWhile(exchange);
        var failure = new IllegalStateException("a bug that the test wants");

        exchange.completeExceptionally(failure);

        assertThat(failed(arrival.join()).cause()).isSameAs(failure);
        assertThat(failed(arrival.join()).attempt().proven()).isPresent();
        assertThat(home(arrival.join())).isPresent();
    }

    private CompletableFuture<LinkResult> arriveWhile(CompletionStage<ExchangeResult> exchange) {
        linking.codes =
                new CodeExchanging() {
                    @Override
                    CompletionStage<ExchangeResult> exchange(
                            Flow flow, OfficialAccount official, CallbackRequest request) {
                        // a further stage wraps a failure in its own exception
                        return exchange.thenApply(Function.identity());
                    }
                };
        var flow = departed();
        return linking.arrive(callback(flow, "code", FlowMother.cookieOf(flow)))
                .toCompletableFuture();
    }

    private static WeChat broken() {
        return new WeChat() {
            @Override
            public String authorisePage(
                    String appId, String callback, AuthType type, String state, String userAgent) {
                throw new IllegalStateException("a bug that the test wants");
            }
        };
    }

    private static LiveConfigurations unreachable() {
        return new LiveConfigurations() {
            @Override
            public Optional<LinkingConfigurations> of(UUID account) {
                throw new PersistenceException("the database is away");
            }
        };
    }

    private Flow again(Flow flow, Restart why) {
        var arrival = sentAgain(callback(flow, "code", FlowMother.cookieOf(flow)));
        assertThat(arrival.why()).isEqualTo(why);
        return arrival.departure().flow();
    }

    /** Everything in these tests ends before it returns. */
    private LinkResult arrive(CallbackRequest request) {
        var arrival = linking.arrive(request).toCompletableFuture();
        assertThat(arrival).isCompleted();
        return arrival.join();
    }

    private Flow departed() {
        return sent(asking(account.toString(), HOME, WECHAT)).flow();
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

    private LinkResult.Departure sent(AuthoriseRequest request) {
        return as(LinkResult.SentToWeChat.class, linking.depart(request)).departure();
    }

    private LinkResult.SentAgain sentAgain(CallbackRequest request) {
        return as(LinkResult.SentAgain.class, arrive(request));
    }

    private LinkResult.Linked linked(CallbackRequest request) {
        return as(LinkResult.Linked.class, arrive(request));
    }

    private LinkError refusal(AuthoriseRequest request) {
        return refused(request).error();
    }

    private LinkError arrivalRefusal(CallbackRequest request) {
        return refused(request).error();
    }

    private LinkResult.Refused refused(AuthoriseRequest request) {
        return refused(linking.depart(request));
    }

    private LinkResult.Refused refused(CallbackRequest request) {
        return refused(arrive(request));
    }

    private static LinkResult.Refused refused(LinkResult result) {
        return as(LinkResult.Refused.class, result);
    }

    private static LinkResult.Failed failed(LinkResult result) {
        return as(LinkResult.Failed.class, result);
    }

    private static <T extends LinkResult> T as(Class<T> type, LinkResult result) {
        assertThat(result).isInstanceOf(type);
        return type.cast(result);
    }

    private static Optional<ApplicationUri> home(LinkResult result) {
        return result.attempt().way().map(Way::home);
    }
}
