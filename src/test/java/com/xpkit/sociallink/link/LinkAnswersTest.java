package com.xpkit.sociallink.link;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.xpkit.sociallink.address.ApplicationUri;
import com.xpkit.sociallink.configuration.ImaginedAccount;
import com.xpkit.sociallink.configuration.LiveConfigurationsMother;
import com.xpkit.sociallink.link.flow.Flow;
import com.xpkit.sociallink.link.flow.FlowCookie;
import com.xpkit.sociallink.link.flow.FlowMother;
import com.xpkit.sociallink.platform.metrics.Metrics;
import com.xpkit.sociallink.platform.metrics.MetricsText;
import com.xpkit.sociallink.platform.metrics.Step;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LinkAnswersTest {

    private static final Way WAY =
            new Way(
                    UUID.randomUUID(),
                    LiveConfigurationsMother.configuration("app.example.com"),
                    ApplicationUri.read("https://app.example.com/?a=b").orElseThrow());

    private final LinkAnswers answers = new LinkAnswers();
    private final Metrics metrics = new Metrics();
    private List<String> cookies = List.of();
    private String accept = "*/*";

    @BeforeEach
    void assemble() {
        answers.cookie = FlowMother.cookie("https://link.example.com");
        answers.page = new ErrorPage();
        answers.metrics = metrics;
        answers.imagined = new ImaginedAccount();
    }

    @Test
    void sendsTheVisitorToWeChatWithTheFlowsCookie() {
        var flow = FlowMother.any();
        var departure = departure(flow);

        var answer = answer(new LinkResult.SentToWeChat(attempt(), departure));

        assertThat(answer.getStatus()).isEqualTo(302);
        assertThat(answer.getLocation()).hasToString(departure.page());
        assertThat(answer.getHeaderString("Set-Cookie")).contains(flow.proof());
    }

    @Test
    void deletesTheOldestFlowsCookiesEachTimeItSendsTheVisitorToWeChat() {
        cookies = Stream.generate(FlowMother::any).limit(22).map(FlowMother::cookieOf).toList();
        var flow = FlowMother.any();
        var departure = departure(flow);

        var first = answer(new LinkResult.SentToWeChat(attempt(), departure));
        var second = answer(new LinkResult.SentAgain(of(flow), Restart.WITHOUT_COOKIE, departure));

        assertThat(List.of(first, second))
                .allSatisfy(
                        answer ->
                                assertThat(answer.getStringHeaders().get("Set-Cookie"))
                                        .hasSize(4)
                                        .filteredOn(value -> value.contains("Max-Age=0"))
                                        .hasSize(3));
    }

    @Test
    void countsNoImaginedVisitors() {
        var account = answers.imagined.begin("imagined", "app.example.com");
        var way = new Way(account, WAY.through(), WAY.home());
        var attempt = attempt().located(account, Optional.of(way));

        answer(new LinkResult.Linked(attempt, way, UUID.randomUUID()));
        answer(refused(attempt, LinkError.NO_TOKEN));

        assertThat(MetricsText.of(metrics).samples().keySet())
                .noneMatch(series -> series.contains(account.toString()));
        assertThat(callbacks()).isZero();
    }

    @Test
    void sendsTheLinkedVisitorHomeWithTheirProfile() {
        var profile = UUID.randomUUID();

        var answer = answer(new LinkResult.Linked(atHome(), WAY, profile));

        assertThat(answer.getLocation())
                .hasToString("https://app.example.com/?a=b&profile_id=" + profile + "#");
        assertThat(answer.getHeaderString("Set-Cookie")).isNull();
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"UNKNOWN_AUTH_TYPE", "UNENCODED_ADDRESS"})
    void sendsErrorsHomeWhereThereIsOne(LinkError error) {
        var answer = answer(refused(atHome(), error));

        assertThat(answer.getStatus()).isEqualTo(302);
        assertThat(answer.getLocation())
                .hasToString("https://app.example.com/?a=b&error_code=" + error.code() + "#");
    }

    @ParameterizedTest
    @EnumSource
    void showsAPageWhereThereIsNoHome(LinkError error) {
        var answer = answer(refused(attempt(), error));

        assertThat(answer.getStatus()).isEqualTo(400);
        assertThat(answer.getLocation()).isNull();
        assertThat(new String((byte[]) answer.getEntity(), UTF_8))
                .contains(error.meaning(), error.meaningInChinese(), error.adviceInChinese())
                .contains("<code>" + (error.code() == 0 ? 400 : error.code()) + "</code>")
                .doesNotContain("{code}", "{meaning", "{advice", "{reference}", "{parameters}");
    }

    @ParameterizedTest
    @EnumSource(names = {"UNKNOWN_AUTH_TYPE", "UNENCODED_ADDRESS"})
    void sendsTheIntegratorsMistakeNowhere(LinkError mistake) {
        var answer = answer(refused(atHome(), mistake));

        assertThat(answer.getStatus()).isEqualTo(400);
        assertThat(answer.getLocation()).isNull();
    }

    @Test
    void speaksJsonToClientsThatPreferIt() {
        accept = "application/json, text/html";

        var json = (JsonObject) answer(refused(attempt(), LinkError.NO_CODE)).getEntity();

        assertThat(json.getString("error")).isEqualTo("link_refused");
        assertThat(json.getJsonObject("extra_info").getInt("error_code")).isEqualTo(102);
        assertThat(json.getJsonObject("extra_info").getString("reference")).matches("[0-9a-f]{12}");
    }

    @Test
    void namesTheParametersAtFaultAndNothingMore() {
        var names = List.of("gourl", "<b onclick='x'>&amp;\"", "{reference}", "a\u202eb\u0000\n");

        var html = html(answer(fallenOut(names)));
        accept = "application/json";
        var json = (JsonObject) answer(fallenOut(names)).getEntity();

        assertThat(html)
                .contains(
                        "<code>gourl</code>",
                        "<code>{reference}</code>",
                        "<code>a\ufffdb\ufffd\ufffd<")
                .contains("<code>&lt;b onclick=&#39;x&#39;&gt;&amp;amp;&quot;</code>")
                .doesNotContain("<b ", "\u202e", "\u0000");
        assertThat(json.getJsonObject("extra_info")).containsOnlyKeys("reference", "parameters");
        assertThat(json.getJsonObject("extra_info").getJsonArray("parameters"))
                .extracting(name -> ((JsonString) name).getString())
                .containsExactly("gourl", names.get(1), "{reference}", "a\ufffdb\ufffd\ufffd");
    }

    @Test
    void namesAHandfulOfParametersAndTheBeginningOfLongOnes() {
        var names = Stream.iterate("n", name -> name + "😀".repeat(100)).limit(300).toList();

        var html = html(answer(fallenOut(names)));

        assertThat(html).contains("<code>n</code>", "<code>n" + "😀".repeat(39) + "…</code>");
        assertThat(html.split("<bdi>")).hasSize(6);
        assertThat(html).hasSizeLessThan(3_000);
    }

    private static LinkResult fallenOut(List<String> names) {
        return LinkResult.Refused.forFallenOut(attempt(), names);
    }

    private static String html(Response answer) {
        return new String((byte[]) answer.getEntity(), UTF_8);
    }

    @Test
    void treatsABugAsAProfileThatCouldNotBeSaved() {
        var bug = new IllegalStateException("a bug that the test wants");

        var answer = answer(new LinkResult.Failed(atHome(), bug));

        assertThat(answer.getLocation())
                .hasToString("https://app.example.com/?a=b&error_code=104#");
    }

    @Test
    void refusesThoseItCannotAnswer() {
        answers.cookie =
                new FlowCookie() {
                    @Override
                    public String set(Flow flow) {
                        throw new IllegalStateException("a bug that the test wants");
                    }
                };

        var answer = answer(new LinkResult.SentToWeChat(atHome(), departure(FlowMother.any())));

        assertThat(answer.getLocation())
                .hasToString("https://app.example.com/?a=b&error_code=104#");
        assertThat(answer.getHeaderString("Set-Cookie")).isNull();
        assertThat(callbacks()).isEqualTo(1);
    }

    @Test
    void countsWhatBecomesOfEachLink() {
        var flow = FlowMother.any();
        var way = new Way(flow.account(), WAY.through(), WAY.home());

        answer(new LinkResult.SentToWeChat(of(flow), departure(flow)));
        answer(new LinkResult.Linked(of(flow), way, UUID.randomUUID()));
        for (var why : Restart.values()) {
            answer(new LinkResult.SentAgain(of(flow), why, departure(flow)));
        }
        answer(refused(of(flow), LinkError.NO_CODE));
        answer(refused(attempt(), LinkError.UNKNOWN_ACCOUNT));

        var account = "account=\"" + flow.account() + "\"";
        assertThat(MetricsText.of(metrics).samples())
                .containsEntry("sociallink_flows_total{" + account + ",sent=\"first\"}", 1.0)
                .containsEntry("sociallink_flows_total{" + account + ",sent=\"again\"}", 3.0)
                .containsEntry("sociallink_links_total{" + account + ",outcome=\"linked\"}", 1.0)
                .containsEntry("sociallink_links_total{" + account + ",outcome=\"102\"}", 1.0)
                .containsEntry("sociallink_links_total{account=\"unknown\",outcome=\"105\"}", 1.0)
                .containsEntry("sociallink_step_seconds_count{step=\"callback\"}", 7.0);
    }

    @ParameterizedTest
    @EnumSource
    void countsEveryError(LinkError error) {
        answer(refused(attempt(), error));

        assertThat(MetricsText.of(metrics).samples())
                .containsEntry(
                        "sociallink_links_total{account=\"unknown\",outcome=\""
                                + error.code()
                                + "\"}",
                        1.0);
    }

    @ParameterizedTest
    @EnumSource
    void startsOnceMoreWithTheCookieOfTheNewFlow(Restart why) {
        var flow = FlowMother.any();
        var departure = departure(flow);

        var answer = answer(new LinkResult.SentAgain(attempt(), why, departure));

        assertThat(answer.getLocation()).hasToString(departure.page());
        assertThat(answer.getHeaderString("Set-Cookie")).contains(flow.proof());
    }

    /** The cookie of the browser's next callback shows that a code was refused. */
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "UNKNOWN_AUTH_TYPE")
    void marksTheFlowsCookieWhenACodeIsSpentWithoutAProfile(LinkError error) {
        var flow = FlowMother.any();

        var answer = answer(refused(atHome().proven(flow), error));

        var isMarked = error.code() == 104 || error.code() == 106;
        assertThat(answer.getHeaderString("Set-Cookie"))
                .isEqualTo(isMarked ? answers.cookie.setRefused(flow) : null);
    }

    private static LinkResult.Departure departure(Flow flow) {
        return new LinkResult.Departure(flow, "https://open.weixin.qq.com");
    }

    private static LinkAttempt attempt() {
        return LinkAttempt.begin(Step.CALLBACK);
    }

    private static LinkAttempt of(Flow flow) {
        return attempt().located(flow.account(), Optional.empty());
    }

    private static LinkAttempt atHome() {
        return attempt().located(WAY.account(), Optional.of(WAY));
    }

    private static LinkResult refused(LinkAttempt attempt, LinkError error) {
        return attempt.refused(error, "reason for the log, reference=" + attempt.reference());
    }

    private double callbacks() {
        return MetricsText.of(metrics)
                .samples()
                .getOrDefault("sociallink_step_seconds_count{step=\"callback\"}", 0.0);
    }

    private Response answer(LinkResult result) {
        return answers.of(result, headers()).response();
    }

    private VisitorHeaders headers() {
        return new VisitorHeaders(cookies, null, accept, false);
    }
}
