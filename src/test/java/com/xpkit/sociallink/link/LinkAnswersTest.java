package com.xpkit.sociallink.link;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.xpkit.sociallink.address.ApplicationUri;
import com.xpkit.sociallink.link.flow.Flow;
import com.xpkit.sociallink.link.flow.FlowMother;
import com.xpkit.sociallink.platform.metrics.Metrics;
import com.xpkit.sociallink.platform.metrics.MetricsText;
import com.xpkit.sociallink.platform.metrics.Step;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class LinkAnswersTest {

    private final Map<String, String> headers = new HashMap<>();
    private final LinkAnswers answers = new LinkAnswers();
    private final Metrics metrics = new Metrics();
    private List<String> cookies = List.of();
    private List<MediaType> acceptable = List.of(MediaType.WILDCARD_TYPE);

    @BeforeEach
    void assemble() {
        answers.cookie = FlowMother.cookie("https://link.example.com");
        answers.page = new ErrorPage();
        answers.metrics = metrics;
    }

    @Test
    void sendsTheVisitorToWeChatWithTheFlowsCookie() {
        var flow = FlowMother.any();
        var departure =
                new VisitorLinking.Departure(flow, URI.create("https://open.weixin.qq.com"));

        var answer = answer(link -> answers.depart(departure, headers()));

        assertThat(answer.getStatus()).isEqualTo(302);
        assertThat(answer.getLocation()).isEqualTo(departure.wechat());
        assertThat(answer.getHeaderString("Set-Cookie")).contains(flow.proof());
    }

    @Test
    void deletesTheOldestFlowsCookiesEachTimeItSendsTheVisitorToWeChat() {
        cookies = Stream.generate(FlowMother::any).limit(22).map(FlowMother::cookieOf).toList();
        var flow = FlowMother.any();
        var departure =
                new VisitorLinking.Departure(flow, URI.create("https://open.weixin.qq.com"));

        var first = answer(link -> answers.depart(departure, headers()));
        var second =
                answer(
                        link ->
                                answers.arrive(
                                        of(flow, link),
                                        again(Restart.WITHOUT_COOKIE, departure),
                                        headers()));

        assertThat(List.of(first, second))
                .allSatisfy(
                        answer ->
                                assertThat(answer.getStringHeaders().get("Set-Cookie"))
                                        .hasSize(4)
                                        .filteredOn(value -> value.contains("Max-Age=0"))
                                        .hasSize(3));
    }

    @Test
    void sendsTheLinkedVisitorHomeWithTheirProfile() {
        var profile = UUID.randomUUID();
        var arrival = new VisitorLinking.Arrival(Optional.of(profile), Optional.empty());

        var answer = answer(link -> answers.arrive(atHome(link), arrival, headers()));

        assertThat(answer.getLocation())
                .hasToString("https://app.example.com/?a=b&profile_id=" + profile + "#");
        assertThat(answer.getHeaderString("Set-Cookie")).isNull();
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"UNKNOWN_AUTH_TYPE", "UNENCODED_ADDRESS"})
    void sendsErrorsHomeWhereThereIsOne(LinkError error) {
        var answer = answer(link -> refuse(atHome(link), error));

        assertThat(answer.getStatus()).isEqualTo(302);
        assertThat(answer.getLocation())
                .hasToString("https://app.example.com/?a=b&error_code=" + error.code() + "#");
    }

    @ParameterizedTest
    @EnumSource
    void showsAPageWhereThereIsNoHome(LinkError error) {
        var answer = answer(link -> refuse(link, error));

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
        var answer = answer(link -> refuse(atHome(link), mistake));

        assertThat(answer.getStatus()).isEqualTo(400);
        assertThat(answer.getLocation()).isNull();
    }

    @Test
    void speaksJsonToWhoPrefersIt() {
        acceptable = List.of(MediaType.APPLICATION_JSON_TYPE, MediaType.TEXT_HTML_TYPE);

        var json = (JsonObject) answer(link -> refuse(link, LinkError.NO_CODE)).getEntity();

        assertThat(json.getString("error")).isEqualTo("link_refused");
        assertThat(json.getJsonObject("extra_info").getInt("error_code")).isEqualTo(102);
        assertThat(json.getJsonObject("extra_info").getString("reference")).matches("[0-9a-f]{12}");
    }

    @Test
    void namesTheParametersAtFaultAndNothingMore() {
        var names = List.of("gourl", "<b onclick='x'>&amp;\"", "{reference}", "a\u202eb\u0000\n");

        var html = html(answer(link -> fallenOut(names)));
        acceptable = List.of(MediaType.APPLICATION_JSON_TYPE);
        var json = (JsonObject) answer(link -> fallenOut(names)).getEntity();

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

        var html = html(answer(link -> fallenOut(names)));

        assertThat(html).contains("<code>n</code>", "<code>n" + "😀".repeat(39) + "…</code>");
        assertThat(html.split("<bdi>")).hasSize(6);
        assertThat(html).hasSizeLessThan(3_000);
    }

    private static Response fallenOut(List<String> names) {
        throw LinkRefused.forFallenOut(names);
    }

    private static String html(Response answer) {
        return new String((byte[]) answer.getEntity(), UTF_8);
    }

    @Test
    void takesABugForAProfileThatCouldNotBeSaved() {
        var answer =
                answer(
                        link -> {
                            atHome(link);
                            throw new IllegalStateException("a bug that the test wants");
                        });

        assertThat(answer.getLocation())
                .hasToString("https://app.example.com/?a=b&error_code=104#");
    }

    @ParameterizedTest
    @CsvSource({
        "Sec-Purpose, prefetch;prerender",
        "Purpose, Prefetch",
        "X-Purpose, preview",
        "X-Moz, prefetch"
    })
    void startsNothingForAPrefetch(String header, String value) {
        headers.put(header, value);

        var answer =
                answer(
                        link -> {
                            throw new AssertionError("started");
                        });

        assertThat(answer.getStatus()).isEqualTo(204);
    }

    @Test
    void countsWhatBecomesOfEachLink() {
        var flow = FlowMother.any();
        var departure = new VisitorLinking.Departure(flow, URI.create("https://open.example.com"));
        var linked = new VisitorLinking.Arrival(Optional.of(UUID.randomUUID()), Optional.empty());

        answer(link -> answers.depart(departure, headers()));
        answer(link -> answers.arrive(atHome(of(flow, link)), linked, headers()));
        for (var why : Restart.values()) {
            answer(link -> answers.arrive(of(flow, link), again(why, departure), headers()));
        }
        answer(link -> refuse(of(flow, link), LinkError.NO_CODE));
        answer(link -> refuse(link, LinkError.UNKNOWN_ACCOUNT));

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
        answer(link -> refuse(link, error));

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
        var departure = new VisitorLinking.Departure(flow, URI.create("https://open.example.com"));

        var answer = answer(link -> answers.arrive(link, again(why, departure), headers()));

        assertThat(answer.getLocation()).isEqualTo(departure.wechat());
        assertThat(answer.getHeaderString("Set-Cookie")).contains(flow.proof());
    }

    private static VisitorLinking.Arrival again(Restart why, VisitorLinking.Departure departure) {
        return new VisitorLinking.Arrival(
                Optional.empty(), Optional.of(new VisitorLinking.Again(why, departure)));
    }

    /** The browser's next callback tells by the cookie that a code was refused. */
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "UNKNOWN_AUTH_TYPE")
    void marksTheFlowsCookieWhenACodeIsSpentWithoutAProfile(LinkError error) {
        var flow = FlowMother.any();

        var answer = answer(link -> refuse(proven(flow, atHome(link)), error));

        var isMarked = error.code() == 104 || error.code() == 106;
        assertThat(answer.getHeaderString("Set-Cookie"))
                .isEqualTo(isMarked ? answers.cookie.setRefused(flow) : null);
    }

    private static Link proven(Flow flow, Link link) {
        link.isProven(flow);
        return link;
    }

    private static Link of(Flow flow, Link link) {
        link.isOf(flow.account());
        return link;
    }

    private static Response refuse(Link link, LinkError error) {
        throw new LinkRefused(error, "reason for the log, reference=" + link.reference());
    }

    private static Link atHome(Link link) {
        var home = ApplicationUri.read("https://app.example.com/?a=b").orElseThrow();
        link.mayReturnTo(home, UUID.randomUUID());
        return link;
    }

    @Test
    void answersAWayThatEndsLaterWhenItEnds() {
        var arrival = new CompletableFuture<Response>();

        var answer = answers.answerLater(Step.CALLBACK, headers(), link -> arrival);
        assertThat(answer.toCompletableFuture()).isNotDone();
        assertThat(callbacks()).isZero();
        arrival.complete(Response.ok().build());

        assertThat(answer.toCompletableFuture()).isCompleted();
        assertThat(callbacks()).isEqualTo(1);
    }

    @Test
    void refusesAWayThatFailsLaterForItsOwnReason() {
        var failure = new LinkRefused(LinkError.SNAPSHOT_VISITOR, "reason for the log");

        var answer =
                answers.answerLater(
                        Step.CALLBACK,
                        headers(),
                        link ->
                                CompletableFuture.<Response>failedFuture(failure)
                                        .thenApply(Function.identity()));

        assertThat(answer.toCompletableFuture().join().getStatus()).isEqualTo(400);
        assertThat(html(answer.toCompletableFuture().join())).contains("<code>106</code>");
    }

    private double callbacks() {
        return MetricsText.of(metrics)
                .samples()
                .getOrDefault("sociallink_step_seconds_count{step=\"callback\"}", 0.0);
    }

    private Response answer(Function<Link, Response> way) {
        return answers.answer(Step.CALLBACK, headers(), way);
    }

    private VisitorHeaders headers() {
        return VisitorHeaders.of(httpHeaders());
    }

    private HttpHeaders httpHeaders() {
        return (HttpHeaders)
                Proxy.newProxyInstance(
                        LinkAnswersTest.class.getClassLoader(),
                        new Class<?>[] {HttpHeaders.class},
                        (proxy, method, arguments) ->
                                switch (method.getName()) {
                                    case "getHeaderString" -> headers.get(arguments[0]);
                                    case "getAcceptableMediaTypes" -> acceptable;
                                    case "getRequestHeader" -> cookies;
                                    default -> null;
                                });
    }
}
