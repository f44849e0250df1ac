package com.xpkit.sociallink.link;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.xpkit.sociallink.address.Query;
import com.xpkit.sociallink.configuration.ImaginedAccount;
import com.xpkit.sociallink.link.flow.FlowMother;
import com.xpkit.sociallink.platform.metrics.Metrics;
import com.xpkit.sociallink.platform.metrics.MetricsText;
import com.xpkit.sociallink.platform.metrics.Step;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Response;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The two requests of a link, between their headers and their answers. */
class LinkResourcesTest {

    private final Map<String, String> headers = new HashMap<>();
    private final Metrics metrics = new Metrics();
    private final LinkAnswers answers = new LinkAnswers();
    private final Linking linking = new Linking();
    private final AuthoriseServlet authorise = new AuthoriseServlet();
    private final CallbackResource callback = new CallbackResource();

    /** Returns what a test says, and records its requests. */
    private static final class Linking extends VisitorLinking {

        private final CompletableFuture<LinkResult> arrival = new CompletableFuture<>();
        private LinkResult departure;
        private AuthoriseRequest asked;
        private CallbackRequest calledBack;

        @Override
        LinkResult depart(AuthoriseRequest request) {
            asked = request;
            return departure;
        }

        @Override
        CompletionStage<LinkResult> arrive(CallbackRequest request) {
            calledBack = request;
            return arrival;
        }
    }

    @BeforeEach
    void assemble() {
        answers.cookie = FlowMother.cookie("https://link.example.com");
        answers.page = new ErrorPage();
        answers.metrics = metrics;
        answers.imagined = new ImaginedAccount();
        authorise.linking = linking;
        authorise.answers = answers;
        callback.linking = linking;
        callback.answers = answers;
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

        var departed = authorise.authorise(request()).response();
        var arrived = callback.callBack(request()).toCompletableFuture();

        assertThat(arrived).isCompleted();
        assertThat(List.of(departed, arrived.join()))
                .allSatisfy(answer -> assertThat(answer.getStatus()).isEqualTo(204));
        assertThat(linking.asked).isNull();
        assertThat(linking.calledBack).isNull();
        assertThat(MetricsText.of(metrics).samples())
                .doesNotContainEntry("sociallink_step_seconds_count{step=\"authorise\"}", 1.0)
                .doesNotContainEntry("sociallink_step_seconds_count{step=\"callback\"}", 1.0);
    }

    @Test
    void sendsTheVisitorWhereLinkingSays() {
        headers.put("User-Agent", "MicroMessenger");
        var page = "https://open.weixin.qq.com";
        linking.departure =
                new LinkResult.SentToWeChat(
                        LinkAttempt.begin(Step.AUTHORISE),
                        new LinkResult.Departure(FlowMother.any(), page));

        var answer = authorise.authorise(request()).response();

        assertThat(answer.getLocation()).hasToString(page);
        assertThat(linking.asked.accountId()).isEqualTo("7");
        assertThat(linking.asked.userAgent()).isEqualTo("MicroMessenger");
        assertThat(MetricsText.of(metrics).samples())
                .containsEntry("sociallink_step_seconds_count{step=\"authorise\"}", 1.0);
    }

    @Test
    void answersAWayThatEndsLaterWhenItEnds() {
        var answer = callback.callBack(request()).toCompletableFuture();
        assertThat(answer).isNotDone();
        assertThat(callbacks()).isZero();
        linking.arrival.complete(refused());

        assertThat(answer).isCompleted();
        assertThat(callbacks()).isEqualTo(1);
        assertThat(linking.calledBack.code()).isEqualTo("code1");
    }

    @Test
    void refusesAWayThatFailsLaterForItsOwnReason() {
        var answer = callback.callBack(request()).toCompletableFuture();

        linking.arrival.complete(refused());

        assertThat(answer.join().getStatus()).isEqualTo(400);
        assertThat(html(answer.join())).contains("<code>106</code>");
    }

    private static LinkResult refused() {
        return LinkAttempt.begin(Step.CALLBACK)
                .refused(LinkError.SNAPSHOT_VISITOR, "reason for the log");
    }

    private double callbacks() {
        return MetricsText.of(metrics)
                .samples()
                .getOrDefault("sociallink_step_seconds_count{step=\"callback\"}", 0.0);
    }

    private static String html(Response answer) {
        return new String((byte[]) answer.getEntity(), UTF_8);
    }

    /** The first has its query, the second has what the filter removed from it. */
    private HttpServletRequest request() {
        return proxy(
                HttpServletRequest.class,
                (proxy, method, arguments) ->
                        switch (method.getName()) {
                            case "getQueryString" -> "account_id=7";
                            case "getAttribute" -> Query.of("code=code1");
                            case "getHeader" -> headers.get(arguments[0]);
                            case "getHeaders" -> values((String) arguments[0]);
                            default -> null;
                        });
    }

    private Enumeration<String> values(String name) {
        return Collections.enumeration(
                headers.containsKey(name) ? List.of(headers.get(name)) : List.of());
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(
                Proxy.newProxyInstance(
                        LinkResourcesTest.class.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
