package com.xpkit.sociallink.wechat;

import static com.xpkit.sociallink.wechat.AuthType.SNSAPI_BASE;
import static com.xpkit.sociallink.wechat.AuthType.SNSAPI_USERINFO;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.xpkit.sociallink.platform.metrics.Metrics;
import com.xpkit.sociallink.platform.metrics.MetricsText;
import com.xpkit.sociallink.platform.outbound.OutboundSettings;
import com.xpkit.sociallink.platform.outbound.Receiver;
import com.xpkit.sociallink.platform.settings.SettingsMother;
import com.xpkit.sociallink.wechat.WeChatFailure.Kind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockserver.model.ConnectionOptions;
import org.mockserver.model.Delay;
import org.mockserver.model.HttpRequest;
import org.mockserver.model.HttpResponse;

/** The gateway to WeChat as deployed, and behind it a WeChat that misbehaves in every known way. */
class WeChatGatewayTest {

    private static final String TOKEN =
            "{\"access_token\":\"82_token-of-a-visitor\",\"expires_in\":7200,"
                    + "\"refresh_token\":\"82_refresh\",\"openid\":\"oVisitor\","
                    + "\"scope\":\"snsapi_userinfo\"}";
    private static final Duration MOMENT = Duration.ofMillis(700);

    private static WeChatStub stub;

    private final String secret = "secret" + UUID.randomUUID();
    private final String code = "code" + UUID.randomUUID();
    private final OfficialAccount account = new OfficialAccount("wx0123456789abcdef", secret);
    private final List<WeChatCalls> lines = new ArrayList<>();
    private final Metrics metrics = new Metrics();

    @BeforeAll
    static void start() {
        stub = new WeChatStub();
    }

    @AfterAll
    static void stop() {
        stub.close();
    }

    @BeforeEach
    void forget() {
        stub.forgetAll();
    }

    @AfterEach
    void hangUp() {
        lines.forEach(WeChatCalls::close);
    }

    @Test
    void asksForTheTokenWithExactlyWhatWeChatWants() {
        stub.answersTheCode(TOKEN);

        visitor(wechat(), code, SNSAPI_BASE);

        assertThat(stub.allAsked()).hasSize(1);
        assertThat(query(stub.codesAsked().get(0)))
                .containsExactlyInAnyOrder(
                        "appid=wx0123456789abcdef",
                        "secret=" + secret,
                        "code=" + code,
                        "grant_type=authorization_code");
    }

    @Test
    void asksForTheProfileWithExactlyWhatWeChatWants() {
        stub.answersTheCode(TOKEN);
        stub.answersTheProfile("{\"openid\":\"oVisitor\"}");

        visitor(wechat("PT5S", Map.of("lang", "en")), code, SNSAPI_USERINFO);

        assertThat(query(stub.profilesAsked().get(0)))
                .containsExactlyInAnyOrder(
                        "access_token=82_token-of-a-visitor", "openid=oVisitor", "lang=en");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{x}", "a{", "%41", "a b", "a&appid=wx1", "a\nb", "", "é"})
    void asksWeChatNothingAboutCodesThatItNeverGaveOut(String strange) {
        stub.answersTheCode(TOKEN);

        var failure =
                catchThrowableOfType(
                        WeChatFailure.class, () -> visitor(wechat(), strange, SNSAPI_BASE));

        // not unreachable: anybody could open the circuit breaker with such codes
        assertThat(failure.kind()).isEqualTo(Kind.NO_TOKEN);
        assertThat(stub.allAsked()).isEmpty();
    }

    @Test
    void isUnreachableWhileTheServiceStops() {
        var wechat = wechat();
        wechat.line.close();

        assertThat(failureOf(wechat, SNSAPI_BASE).kind()).isEqualTo(Kind.UNREACHABLE);
    }

    @Test
    void asksForImaginedVisitorsElsewhereSoThatTheyNeitherCountNorOpenTheBreaker()
            throws IOException {
        stub.answersTheCode(TOKEN);
        var wechat = wechat();
        try (var hangsUp = new ServerSocket(0)) {
            new Thread(() -> hangUpOnAll(hangsUp)).start();
            wechat.imagine("imagined", URI.create("http://127.0.0.1:" + hangsUp.getLocalPort()));
            for (int i = 0; i < 30; i++) {
                var imagined = new OfficialAccount("imagined", secret);
                assertThat(wechat.visitor(imagined, code, SNSAPI_BASE).toCompletableFuture())
                        .failsWithin(Duration.ofSeconds(10));
            }
        }
        assertThat(stub.allAsked()).isEmpty();

        assertThat(visitor(wechat, code, SNSAPI_BASE).openid()).isEqualTo("oVisitor");
        assertThat(MetricsText.of(metrics).samples())
                .containsEntry("sociallink_wechat_breaker_open", 0.0)
                .containsEntry("sociallink_wechat_answers_total{errcode=\"0\",step=\"token\"}", 1.0)
                .containsEntry("sociallink_wechat_refused_total{by=\"breaker\"}", 0.0);
    }

    private static void hangUpOnAll(ServerSocket listening) {
        try {
            while (true) {
                listening.accept().close();
            }
        } catch (IOException closed) {
            // the test is over
        }
    }

    @Test
    void learnsOnlyTheOpenidWithoutConsent() {
        stub.answersTheCode(TOKEN);

        var visitor = visitor(wechat(), code, SNSAPI_BASE);

        assertThat(visitor.openid()).isEqualTo("oVisitor");
        assertThat(visitor.appId()).isEqualTo(account.appId());
        assertThat(visitor.unionid()).isEmpty();
        assertThat(visitor.told()).isEmpty();
    }

    @Test
    void learnsWhatTheVisitorSharesWithConsent() {
        stub.answersTheCode(TOKEN);
        stub.answersTheProfile(
                "{\"openid\":\"oVisitor\",\"nickname\":\"小明\",\"sex\":1,\"language\":\"\","
                        + "\"city\":\"广州\",\"province\":\"广东\",\"country\":\"中国\","
                        + "\"headimgurl\":\"https:\\/\\/thirdwx.qlogo.cn\\/mmopen\\/x\\/132\","
                        + "\"privilege\":[],\"unionid\":\"oUnion\"}");

        var visitor = visitor(wechat(), code, SNSAPI_USERINFO);

        assertThat(visitor.unionid()).contains("oUnion");
        var told = visitor.told().orElseThrow();
        assertThat(told.nickname()).contains("小明");
        assertThat(told.gender()).contains("Male");
        assertThat(told.city()).contains("广州");
        assertThat(told.province()).contains("广东");
        assertThat(told.country()).contains("中国");
        assertThat(told.headimgurl()).contains("https://thirdwx.qlogo.cn/mmopen/x/132");
    }

    @Test
    void learnsNothingFromEmptyValues() {
        stub.answersTheCode(TOKEN);
        stub.answersTheProfile(
                "{\"openid\":\"oVisitor\",\"nickname\":\" \",\"sex\":0,\"city\":\"\","
                        + "\"province\":null,\"country\":[],\"headimgurl\":\"\",\"unionid\":\"\"}");

        var visitor = visitor(wechat(), code, SNSAPI_USERINFO);

        var told = visitor.told().orElseThrow();
        assertThat(visitor.unionid()).isEmpty();
        assertThat(List.of(told.nickname(), told.gender(), told.city(), told.province()))
                .allMatch(java.util.Optional::isEmpty);
        assertThat(told.country()).isEmpty();
        assertThat(told.headimgurl()).isEmpty();
    }

    @Test
    void takesTheUnionidFromTheTokenWhenTheProfileHasNone() {
        stub.answersTheCode("{\"access_token\":\"t\",\"openid\":\"oVisitor\",\"unionid\":\"oU\"}");
        stub.answersTheProfile("{\"openid\":\"oVisitor\"}");

        assertThat(visitor(wechat(), code, SNSAPI_USERINFO).unionid()).contains("oU");
        assertThat(visitor(wechat(), code, SNSAPI_BASE).unionid()).contains("oU");
    }

    @ParameterizedTest
    @CsvSource({"1, Male", "2, Female", "'\"1\"', Male", "'\"2\"', Female", "0,", "3,", "'\"x\"',"})
    void readsTheSexAsNumberOrString(String sex, String gender) {
        var told = told("\"sex\":" + sex);

        assertThat(told.gender().orElse(null)).isEqualTo(gender);
    }

    @Test
    void keepsEmoji() {
        assertThat(told("\"nickname\":\"🐼 熊猫 👩‍👩‍👧\"").nickname()).contains("🐼 熊猫 👩‍👩‍👧");
    }

    @Test
    void leavesOutRawControlCharacters() {
        assertThat(told("\"nickname\":\"a\u0007b\u0014c\n\u0000d\"").nickname()).contains("abcd");
    }

    @Test
    void leavesOutEscapedControlCharactersAndHalvesOfSurrogatePairs() {
        assertThat(told("\"nickname\":\"a\\u0000b\\ud83dc\\u0007\\uffff\"").nickname())
                .contains("abc");
    }

    @Test
    void replacesBrokenUtf8() {
        stub.answersTheCode(TOKEN);
        var body = new ByteArrayOutputStream();
        body.writeBytes("{\"openid\":\"oVisitor\",\"nickname\":\"a".getBytes(UTF_8));
        body.writeBytes(new byte[] {(byte) 0xe5, (byte) 0xb0, (byte) 0xff});
        body.writeBytes("b\"}".getBytes(UTF_8));
        stub.answersTheProfile(WeChatStub.text(body.toByteArray()));

        var told = visitor(wechat(), code, SNSAPI_USERINFO).told().orElseThrow();

        assertThat(told.nickname().orElseThrow()).startsWith("a�").endsWith("b");
    }

    @Test
    void readsUtf8WhateverCharsetTheHeaderNames() {
        stub.answersTheCode(TOKEN);
        stub.answersTheProfile(
                WeChatStub.text("{\"openid\":\"oVisitor\",\"nickname\":\"小明\"}".getBytes(UTF_8))
                        .replaceHeader("Content-Type", "application/json; encoding=utf-8"));

        var told = visitor(wechat(), code, SNSAPI_USERINFO).told().orElseThrow();

        assertThat(told.nickname()).contains("小明");
    }

    @Test
    void takesAnAnswerWithoutAContentType() {
        stub.answersTheCode(HttpResponse.response().withBody(TOKEN.getBytes(UTF_8)));

        assertThat(visitor(wechat(), code, SNSAPI_BASE).openid()).isEqualTo("oVisitor");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"javascript:alert(1)", "//x.qlogo.cn/a", "https://a b", "data:image/png"})
    void dropsAvatarsThatAreNotAnAddress(String address) {
        assertThat(told("\"headimgurl\":\"" + address + "\"").headimgurl()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "\"1\"", "1.0"})
    void refusesSnapshotVisitors(String flag) {
        stub.answersTheCode(snapshot(flag));

        assertThat(failure(SNSAPI_USERINFO).kind()).isEqualTo(Kind.SNAPSHOT_VISITOR);
        assertThat(stub.profilesAsked()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "\"0\"", "\"\"", "null"})
    void treatsOthersAsReal(String flag) {
        stub.answersTheCode(snapshot(flag));

        assertThat(visitor(wechat(), code, SNSAPI_BASE).openid()).isEqualTo("oVisitor");
    }

    @Test
    void acceptsSnapshotVisitorsWhenConfigured() {
        stub.answersTheCode(snapshot("1"));
        var wechat = wechat("PT5S", Map.of("snapshot-users", "accept"));

        assertThat(visitor(wechat, code, SNSAPI_BASE).openid()).isEqualTo("oVisitor");
    }

    @ParameterizedTest
    @ValueSource(ints = {40029, 40163, 42003})
    void saysThatTheCodeWasRefusedAndAsksOnce(int errcode) {
        stub.answersTheCode(error(errcode));

        var failure = failure(SNSAPI_BASE);

        assertThat(failure.kind()).isEqualTo(Kind.CODE_REFUSED);
        assertThat(failure).hasMessage("errcode " + errcode);
        assertThat(stub.codesAsked()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"40163, true", "40029, false", "42003, false"})
    void distinguishesAUsedCodeFromAWrongOne(int errcode, boolean isUsed) {
        stub.answersTheCode(error(errcode));

        assertThat(failure(SNSAPI_BASE) instanceof CodeUsed).isEqualTo(isUsed);
    }

    @ParameterizedTest
    @ValueSource(ints = {40001, 40013, 40125, 45009, 45011, 48001, 99999})
    void saysThatThereIsNoTokenAndAsksOnce(int errcode) {
        stub.answersTheCode(error(errcode));

        assertThat(failure(SNSAPI_BASE).kind()).isEqualTo(Kind.NO_TOKEN);
        assertThat(stub.codesAsked()).hasSize(1);
    }

    @Test
    void understandsAnErrcodeThatIsAString() {
        stub.answersTheCode("{\"errcode\":\"40163\",\"errmsg\":\"code been used\"}");

        assertThat(failure(SNSAPI_BASE).kind()).isEqualTo(Kind.CODE_REFUSED);
    }

    @Test
    void treatsErrcodeZeroAsSuccess() {
        stub.answersTheCode("{\"errcode\":0,\"errmsg\":\"ok\",\"openid\":\"oVisitor\"}");

        assertThat(visitor(wechat(), code, SNSAPI_BASE).openid()).isEqualTo("oVisitor");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 61450})
    void asksAgainWhileWeChatIsBusy(int errcode) {
        stub.answersTheCodeOnce(error(errcode));
        stub.answersTheCodeOnce(error(errcode));
        stub.answersTheCode(TOKEN);

        var visitor = visitor(wechat(), code, SNSAPI_BASE);

        assertThat(visitor.openid()).isEqualTo("oVisitor");
        assertThat(stub.codesAsked()).hasSize(3);
    }

    @Test
    void asksForTheProfileAgainWhileWeChatIsBusy() {
        stub.answersTheCode(TOKEN);
        stub.answersTheProfileOnce(error(-1));
        stub.answersTheProfile("{\"openid\":\"oVisitor\",\"nickname\":\"later\"}");

        var visitor = visitor(wechat(), code, SNSAPI_USERINFO);

        assertThat(visitor.told().orElseThrow().nickname()).contains("later");
        assertThat(stub.codesAsked()).hasSize(1);
    }

    @Test
    void givesUpOnABusyWeChatInTime() {
        stub.answersTheCode(error(-1));

        var failure = failureWithin(MOMENT, SNSAPI_BASE);

        assertThat(failure.kind()).isIn(Kind.NO_TOKEN, Kind.UNREACHABLE);
        assertThat(stub.codesAsked()).hasSizeBetween(2, 4);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "system busy",
                "<html>502</html>",
                "[]",
                "\"text\"",
                "{\"openid\":\"oVisitor\"",
                "{}",
                "{\"openid\":\"\"}",
                "{\"openid\":\"o visitor\"}",
                "{\"openid\":7}"
            })
    void treatsGarbageAsNoTokenAndAsksOnce(String garbage) {
        stub.answersTheCode(garbage);

        assertThat(failure(SNSAPI_BASE).kind()).isEqualTo(Kind.NO_TOKEN);
        assertThat(stub.codesAsked()).hasSize(1);
    }

    @Test
    void treatsDeeplyNestedGarbageAsNoToken() {
        stub.answersTheCode("{\"a\":" + "[".repeat(30_000));

        assertThat(failure(SNSAPI_BASE).kind()).isEqualTo(Kind.NO_TOKEN);
    }

    @Test
    void treatsAMegabyteAsNoToken() {
        stub.answersTheCode("{\"openid\":\"oVisitor\",\"x\":\"" + "x".repeat(1_000_000) + "\"}");

        assertThat(failure(SNSAPI_BASE).kind()).isEqualTo(Kind.NO_TOKEN);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 404, 500, 502, 503})
    void treatsHttpErrorsAsNoTokenAndAsksOnce(int status) {
        stub.answersTheCode(HttpResponse.response("bad").withStatusCode(status));

        var failure = failure(SNSAPI_BASE);

        assertThat(failure.kind()).isEqualTo(Kind.NO_TOKEN);
        assertThat(failure).hasMessageContaining("HTTP " + status);
        assertThat(stub.codesAsked()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 307, 308})
    void followsNoRedirectWithTheSecretInHand(int status) {
        stub.answersTheCode(
                HttpResponse.response()
                        .withStatusCode(status)
                        .withHeader("Location", "http://localhost:" + stub.port() + "/elsewhere"));

        assertThat(failure(SNSAPI_BASE).kind()).isEqualTo(Kind.NO_TOKEN);
        assertThat(stub.allAsked()).hasSize(1);
    }

    @Test
    void needsAnAccessTokenForTheProfileOnly() {
        stub.answersTheCode("{\"openid\":\"oVisitor\"}");

        assertThat(failure(SNSAPI_USERINFO).kind()).isEqualTo(Kind.NO_TOKEN);
        assertThat(visitor(wechat(), code, SNSAPI_BASE).openid()).isEqualTo("oVisitor");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"errcode\":48001,\"errmsg\":\"api unauthorized\"}",
                "{\"errcode\":40003}",
                "{\"openid\":\"oSomebodyElse\",\"nickname\":\"x\"}",
                "{\"openid\":\"OVISITOR\"}",
                "{\"nickname\":\"nobody\"}",
                "garbage",
                ""
            })
    void saysThatThereIsNoProfile(String answer) {
        stub.answersTheCode(TOKEN);
        stub.answersTheProfile(answer);

        assertThat(failure(SNSAPI_USERINFO).kind()).isEqualTo(Kind.NO_PROFILE);
        assertThat(stub.profilesAsked()).hasSize(1);
    }

    @Test
    void treatsADeeplyNestedProfileAsNone() {
        stub.answersTheCode(TOKEN);
        stub.answersTheProfile("{\"a\":" + "[".repeat(30_000));

        assertThat(failure(SNSAPI_USERINFO).kind()).isEqualTo(Kind.NO_PROFILE);
    }

    @Test
    void doesNotWaitForAWeChatThatTakesTheCallAndSaysNothing() {
        stub.answersTheCode(WeChatStub.text(TOKEN.getBytes(UTF_8)).withDelay(TimeUnit.SECONDS, 9));

        assertThat(failureWithin(MOMENT, SNSAPI_BASE).kind()).isEqualTo(Kind.UNREACHABLE);
        assertThat(stub.codesAsked()).hasSize(1);
    }

    @Test
    void doesNotWaitForAnAnswerThatComesDropByDrop() {
        stub.answersTheCode(dripping(TOKEN));

        assertThat(failureWithin(MOMENT, SNSAPI_BASE).kind()).isEqualTo(Kind.UNREACHABLE);
    }

    /** A thread that continued to read would be lost for as long as WeChat likes. */
    @Test
    void hangsUpWhenItIsTooLate() throws Exception {
        var end = new CountDownLatch(1);
        try (var endless =
                Receiver.with(
                        connection -> {
                            try {
                                drip(connection);
                            } catch (IOException hungUp) {
                                end.countDown();
                            }
                        })) {
            failureOf(wechat(endless.port(), MOMENT.toString(), Map.of()), SNSAPI_BASE);

            assertThat(end.await(MOMENT.multipliedBy(5).toMillis(), TimeUnit.MILLISECONDS))
                    .isTrue();
        }
    }

    private static void drip(Socket connection) throws IOException {
        connection.getOutputStream().write("HTTP/1.1 200 OK\r\n\r\n{".getBytes(UTF_8));
        while (true) {
            connection.getOutputStream().write(' ');
            LockSupport.parkNanos(MOMENT.dividedBy(20).toNanos());
        }
    }

    @Test
    void saysThatThereIsNoProfileWhenOnlyTheSecondCallIsSlow() {
        stub.answersTheCode(TOKEN);
        stub.answersTheProfile(dripping("{\"openid\":\"oVisitor\"}"));

        assertThat(failureWithin(MOMENT, SNSAPI_USERINFO).kind()).isEqualTo(Kind.NO_PROFILE);
    }

    @Test
    void asksAgainWhenNobodyTakesTheCall() throws IOException {
        var wechat = wechat(closedPort(), MOMENT.toString(), Map.of());

        var began = System.nanoTime();
        var failure = failureOf(wechat, SNSAPI_BASE);

        // one refusal takes almost no time: the retries have paused, for 100 and 200 ms
        assertThat(Duration.ofNanos(System.nanoTime() - began))
                .isBetween(Duration.ofMillis(300), MOMENT.multipliedBy(3));
        assertThat(failure.kind()).isEqualTo(Kind.UNREACHABLE);
    }

    @Test
    void treatsAHangUpAsUnreachable() {
        stub.hangsUpOnTheCode();

        assertThat(failureWithin(MOMENT, SNSAPI_BASE).kind()).isEqualTo(Kind.UNREACHABLE);
    }

    @Test
    void asksForTheProfileOnceMoreWhenTheConnectionBreaks() {
        stub.answersTheCode(TOKEN);
        stub.hangsUpOnTheProfile(1);
        stub.answersTheProfile("{\"openid\":\"oVisitor\"}");

        assertThat(visitor(wechat(), code, SNSAPI_USERINFO).openid()).isEqualTo("oVisitor");

        assertThat(stub.codesAsked()).hasSize(1);
        assertThat(stub.profilesAsked()).hasSize(2);
    }

    /** Many visitors wait when WeChat closes connections. The fastest of some tells a pause from a slow machine. */
    @Test
    void asksOnceMoreWithoutAPause() {
        var wechat = wechat();
        var fastest = IntStream.range(0, 20).mapToLong(i -> nanosWithABrokenCall(wechat)).min();

        assertThat(Duration.ofNanos(fastest.orElseThrow())).isLessThan(Duration.ofMillis(100));
    }

    private long nanosWithABrokenCall(WeChat wechat) {
        stub.forgetAll();
        stub.answersTheCode(TOKEN);
        stub.hangsUpOnTheProfile(1);
        stub.answersTheProfile("{\"openid\":\"oVisitor\"}");
        var began = System.nanoTime();
        assertThat(visitor(wechat, code, SNSAPI_USERINFO).openid()).isEqualTo("oVisitor");
        return System.nanoTime() - began;
    }

    @Test
    void givesTheProfileUpWhenTheConnectionBreaksTwice() {
        stub.answersTheCode(TOKEN);
        stub.hangsUpOnTheProfile(2);
        stub.answersTheProfile("{\"openid\":\"oVisitor\"}");

        assertThat(failure(SNSAPI_USERINFO).kind()).isEqualTo(Kind.NO_PROFILE);

        assertThat(stub.profilesAsked()).hasSize(2);
    }

    @Test
    void letsNoSecretOutWithAnyFailure() throws IOException {
        var failures = new ArrayList<WeChatFailure>();
        failures.add(failureOf(wechat(closedPort(), "PT0.2S", Map.of()), SNSAPI_BASE));
        for (var answer : List.of(error(40029), error(40125), "garbage " + secret + code, "")) {
            stub.forgetAll();
            stub.answersTheCode(answer);
            failures.add(failure(SNSAPI_BASE));
        }
        stub.forgetAll();
        stub.hangsUpOnTheCode();
        failures.add(failureWithin(MOMENT, SNSAPI_BASE));

        assertThat(failures).allSatisfy(this::holdsNoSecret);
    }

    @Test
    void letsNoTokenOutWithAFailedProfile() {
        stub.answersTheCode(TOKEN);
        stub.answersTheProfile("{\"errcode\":40001,\"errmsg\":\"82_token-of-a-visitor\"}");

        assertThat(failure(SNSAPI_USERINFO)).satisfies(this::holdsNoSecret);
    }

    @Test
    void logsNoSecret() throws IOException {
        stub.answersTheCode(TOKEN);
        stub.answersTheProfile("garbage");
        var lines = new ArrayList<String>();

        try (var records = new Records()) {
            failure(SNSAPI_USERINFO);
            failureOf(wechat(closedPort(), "PT0.2S", Map.of()), SNSAPI_BASE);
            lines.addAll(records.lines());
        }

        // the stub reports what it was asked
        assertThat(lines)
                .isNotEmpty()
                .filteredOn(line -> !line.startsWith("org.mockserver."))
                .noneMatch(this::isRevealing);
    }

    @Test
    void showsNoSecretWhenPrinted() {
        stub.answersTheCode(TOKEN);

        var visitor = visitor(wechat(), code, SNSAPI_BASE);

        assertThat(visitor).hasToString("Visitor");
        assertThat(account.toString()).doesNotContain(secret);
    }

    private void holdsNoSecret(WeChatFailure failure) {
        var trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace));
        assertThat(trace.toString()).matches(text -> !isRevealing(text), "reveals nothing");
        assertThat(trace.toString()).doesNotContain("localhost", "access_token?", "82_token");
    }

    private boolean isRevealing(String text) {
        return text.contains(secret) || text.contains(code) || text.contains("82_token-of");
    }

    private Visitor.Told told(String member) {
        stub.answersTheCode(TOKEN);
        stub.answersTheProfile("{\"openid\":\"oVisitor\"," + member + "}");
        return visitor(wechat(), code, SNSAPI_USERINFO).told().orElseThrow();
    }

    private WeChatFailure failure(AuthType authType) {
        return failureOf(wechat(), authType);
    }

    private WeChatFailure failureWithin(Duration timeout, AuthType authType) {
        var wechat = wechat(timeout.toString(), Map.of());
        var began = System.nanoTime();
        var failure = failureOf(wechat, authType);
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(timeout.multipliedBy(3));
        return failure;
    }

    private WeChatFailure failureOf(WeChat wechat, AuthType authType) {
        var failure =
                catchThrowableOfType(WeChatFailure.class, () -> visitor(wechat, code, authType));
        assertThat(failure).as("a failure").isNotNull();
        return failure;
    }

    /** Waits for WeChat's answer, and throws the failure of the stage. */
    private Visitor visitor(WeChat wechat, String sent, AuthType authType) {
        try {
            return wechat.visitor(account, sent, authType).toCompletableFuture().join();
        } catch (CompletionException failed) {
            throw (RuntimeException) failed.getCause();
        }
    }

    private WeChat wechat() {
        return wechat("PT5S", Map.of());
    }

    private WeChat wechat(String timeout, Map<String, String> settings) {
        return wechat(stub.port(), timeout, settings);
    }

    private WeChat wechat(int port, String timeout, Map<String, String> others) {
        var wechat = new WeChat();
        wechat.settings = WeChatSettingsMother.at(port, timeout, others);
        wechat.line = new WeChatCalls();
        wechat.line.settings = wechat.settings;
        wechat.line.outbound = new OutboundSettings(SettingsMother.shipped());
        wechat.line.metrics = metrics;
        wechat.line.factory = new PlainThreads();
        wechat.line.open();
        lines.add(wechat.line);
        return wechat;
    }

    private static List<String> query(HttpRequest request) {
        return request.getQueryStringParameterList().stream()
                .flatMap(p -> p.getValues().stream().map(value -> p.getName() + "=" + value))
                .map(Object::toString)
                .toList();
    }

    private static String snapshot(String flag) {
        return "{\"access_token\":\"t\",\"openid\":\"oVisitor\",\"is_snapshotuser\":" + flag + "}";
    }

    private static String error(int errcode) {
        return "{\"errcode\":%d,\"errmsg\":\"words, rid: 65c17d8c-1-2\"}".formatted(errcode);
    }

    /** One byte each 100 ms: no single read is slow. */
    private static HttpResponse dripping(String json) {
        return WeChatStub.text(json.getBytes(UTF_8))
                .withConnectionOptions(
                        ConnectionOptions.connectionOptions()
                                .withChunkSize(1)
                                .withChunkDelay(Delay.milliseconds(100)));
    }

    private static int closedPort() throws IOException {
        try (var closed = new ServerSocket(0)) {
            return closed.getLocalPort();
        }
    }
}
