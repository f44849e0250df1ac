package com.xpkit.sociallink.it;

import static com.xpkit.sociallink.driver.AnswerAssert.expect;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.xpkit.sociallink.driver.Answer;
import com.xpkit.sociallink.driver.ApiClient;
import com.xpkit.sociallink.server.Oddity;
import com.xpkit.sociallink.server.OwnAnswer;
import com.xpkit.sociallink.server.ServerUnderTest;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever is sent to any path is answered with a 4xx in the contract's shape, which reveals nothing about the
 * inside.
 */
class HostileRequestsIT extends OnAServer {

    private static final String ID = UUID.randomUUID().toString();

    private final ApiClient operator = Service.operator();

    static Stream<String> paths() {
        return Stream.of(
                "/",
                "/x.txt",
                "/x.html",
                "/error",
                "/api",
                "/api/",
                "/api/nothing",
                "/health/ready",
                "/api/token/",
                "/api/account/",
                "/api/account/me/",
                "/api/account/" + ID + "/",
                "/api/app/",
                "/api/app/" + ID + "/",
                "/api/app/" + ID + "/secret/",
                "/api/configuration/",
                "/api/configuration/" + ID + "/",
                "/api/profile/",
                "/api/profile/" + ID + "/",
                "/api/wechat/authorise/",
                "/api/wechat/callback/");
    }

    static Stream<Arguments> pathsAndBrokenQueries() {
        return paths().flatMap(
                        path ->
                                Stream.of("%zz", "a=%", "a=%2", "%00=%fg", "a=b&%u1234")
                                        .map(query -> Arguments.of(path, query)));
    }

    @ParameterizedTest
    @MethodSource("pathsAndBrokenQueries")
    void refusesABrokenQuery(String path, String query) {
        var answer = RawRequest.of("GET", path + "?" + query).by(operator).send();

        isRefused(answer, 400, at(path, Oddity.BROKEN_QUERY));
        tellsNothing(answer);
    }

    @ParameterizedTest
    @MethodSource("paths")
    void refusesHeadersWithoutEnd(String path) {
        var one = RawRequest.of("GET", path).header("X-Long", "x".repeat(100_000)).send();
        var many = RawRequest.of("GET", path);
        for (int i = 0; i < 50; i++) {
            many.header("X-Long-" + i, "x".repeat(1000));
        }

        isRefused(one, 431, at(path));
        isRefused(many.send(), 431, at(path));
    }

    /** In the contract's shape, or with the server's own answer if it does not ask the service. */
    private static void isRefused(Answer answer, int status, Oddity... odd) {
        Stream.of(odd)
                .flatMap(each -> ServerUnderTest.ownAnswer(each).stream())
                .findFirst()
                .ifPresentOrElse(
                        own -> isServers(answer, own), () -> expect(answer).isRefused(status));
    }

    private static void isServers(Answer answer, OwnAnswer own) {
        expect(answer).has(own.status());
        assertThat(answer.header("Content-Type").orElse("")).startsWith(own.type());
        assertThat(answer.body().isEmpty()).isEqualTo(own.type().isEmpty());
    }

    /** What may be odd about a request to the path, the path itself first. */
    private static Oddity[] at(String path, Oddity... odd) {
        var health = path.startsWith("/health") ? Stream.of(Oddity.AT_HEALTH) : Stream.<Oddity>of();
        return Stream.concat(health, Stream.of(odd)).toArray(Oddity[]::new);
    }

    static Stream<Arguments> pathsAndUnknownMethods() {
        return paths().flatMap(
                        path ->
                                Stream.of("FOO", "PROPFIND")
                                        .map(method -> Arguments.of(method, path)));
    }

    @ParameterizedTest
    @MethodSource("pathsAndUnknownMethods")
    void refusesAnUnknownMethod(String method, String path) {
        var answer = RawRequest.of(method, path).by(operator).send();

        isRefused(answer, 405, at(path));
        assertThat(answer.header("Allow").isPresent()).isEqualTo(answer.status() == 405);
        tellsNothing(answer);
    }

    /** curl and others send them so. */
    @ParameterizedTest
    @ValueSource(strings = {"a|b", "{a}", "\u00c3\u00a9|`^", "\"<a>\\"})
    void takesAQueryThatWasNotEscaped(String value) {
        var answer = RawRequest.of("GET", "/api/account/?name__in=" + value).by(operator).send();

        var own = ServerUnderTest.ownAnswer(Oddity.FORBIDDEN_CHARACTERS).map(OwnAnswer::status);
        assertThat(answer.status()).as(answer.body()).isEqualTo(own.orElse(200));
    }

    @ParameterizedTest
    @MethodSource("paths")
    void takesCookiesBeyondAscii(String path) {
        var plain = RawRequest.of("GET", path).by(operator).send();
        var cookies = "\u00c3\u00a9=\u00c3\u00bf; a=\u00e5\u00b0\u008f; (x)=y";

        var answer = RawRequest.of("GET", path).by(operator).header("Cookie", cookies).send();

        var own = ServerUnderTest.ownAnswer(Oddity.HEADER_BEYOND_ASCII).map(OwnAnswer::status);
        assertThat(answer.status()).as(answer.body()).isEqualTo(own.orElse(plain.status()));
    }

    @Test
    void doesNotTreatGetInLowerCaseAsGet() {
        var answer = RawRequest.of("get", "/api/account/?x__limit=1").by(operator).send();

        isRefused(answer, 405, Oddity.LOWER_CASE_GET);
    }

    static Stream<Arguments> pathsAndMethodsTheyDoNotKnow() {
        return Stream.of(
                        "PATCH /api/account/",
                        "PUT /api/app/",
                        "DELETE /api/configuration/",
                        "PATCH /api/configuration/",
                        "POST /api/app/" + ID,
                        "GET /api/app/" + ID + "/secret/",
                        "POST /api/wechat/authorise/",
                        "PUT /api/wechat/callback/",
                        "DELETE /api/profile/",
                        "POST /x.txt",
                        "DELETE /x.txt",
                        "GET /api/token/",
                        "PATCH /api/token/")
                .map(line -> line.split(" "))
                .map(words -> Arguments.of(words[0], words[1]));
    }

    @ParameterizedTest
    @MethodSource("pathsAndMethodsTheyDoNotKnow")
    void refusesAMethodThatThePathDoesNotKnow(String method, String path) {
        var answer = RawRequest.of(method, path).by(operator).send();

        assertThat(answer.status()).as(answer.body()).isEqualTo(405);
        assertThat(answer.json()).containsKeys("error", "description", "extra_info");
        assertThat(answer.header("Allow")).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "PATCH", "DELETE", "POST", "OPTIONS"})
    void neverFailsWhateverTheMethod(String method) {
        for (var path : paths().toList()) {
            var answer = RawRequest.of(method, path).header("Content-Length", "0").send();

            assertThat(answer.status()).as(method + " " + path).isBetween(200, 499);
            tellsNothing(answer);
        }
    }

    private static final List<String> BODIES =
            List.of(
                    "",
                    " ",
                    "{",
                    "}",
                    "null",
                    "[]",
                    "7",
                    "\"text\"",
                    "{\"name\":}",
                    "{\"name\":\"a\"} {\"name\":\"b\"}",
                    "{\"name\":\"a\",\"name\":\"b\"}",
                    "{name:'a'}",
                    "{\"name\":\"\\ud800\"}",
                    "{\"name\":1e999999999}",
                    "<xml/>",
                    "[".repeat(10_000),
                    "{\"a\":".repeat(10_000),
                    "{\"name\":" + "[".repeat(10_000) + "]".repeat(10_000) + "}",
                    "\u0000",
                    "{\"name\":\"" + "x".repeat(300_000) + "\"}");

    static Stream<Arguments> writes() {
        return Stream.of("account", "app", "configuration")
                .flatMap(
                        kind ->
                                Stream.of(
                                        Arguments.of("POST", "/api/" + kind + "/"),
                                        Arguments.of("PUT", "/api/" + kind + "/{id}/"),
                                        Arguments.of("PATCH", "/api/" + kind + "/{id}/")));
    }

    @ParameterizedTest
    @MethodSource("writes")
    void refusesABodyThatIsNotAJsonObject(String method, String path) {
        var target = existing(path);
        for (var body : BODIES) {
            var answer = json(method, target, body.getBytes(UTF_8));

            expect(answer).isRefused(400, "invalid_request");
            tellsNothing(answer);
        }
    }

    @ParameterizedTest
    @MethodSource("writes")
    void refusesABodyThatIsNotUtf8(String method, String path) {
        var target = existing(path);
        var half = new byte[] {'{', '"', 'n', 'a', 'm', 'e', '"', ':', '"', (byte) 0xc3, '"', '}'};

        expect(json(method, target, half)).isRefused(400, "invalid_request");
        expect(
                        json(
                                method,
                                target,
                                "{\"name\":\"a\"}"
                                        .getBytes(java.nio.charset.StandardCharsets.UTF_16)))
                .isRefused(400, "invalid_request");
    }

    @ParameterizedTest
    @MethodSource("writes")
    void refusesABodyThatIsTooLong(String method, String path) {
        var body = "{\"name\":\"" + "x".repeat(2_000_000) + "\"}";

        var answer = json(method, existing(path), body.getBytes(UTF_8));

        assertThat(answer.status()).as(answer.body()).isEqualTo(413);
        assertThat(answer.json().getString("error")).isEqualTo("body_too_large");
    }

    @ParameterizedTest
    @MethodSource("writes")
    void refusesABodyOfAnotherType(String method, String path) {
        var target = existing(path);
        for (var type :
                List.of(
                        "text/plain",
                        "application/xml",
                        "application/x-www-form-urlencoded",
                        "nonsense",
                        "a/b;;=")) {
            var answer = send(method, target, type, "{\"name\":\"a\"}");

            assertThat(answer.status()).as(type).isIn(400, 415);
            expect(answer).isRefused(answer.status());
        }
    }

    /** A server's own reader would fill our object with it and bypass all checks. */
    @ParameterizedTest
    @MethodSource("writes")
    void refusesJsonOfAnotherType(String method, String path) {
        var target = existing(path);
        for (var type :
                List.of(
                        "application/foo+json",
                        "application/json-patch+json",
                        "application/*+json",
                        "text/json")) {
            expect(send(method, target, type, "{\"name\":\"a\"}")).isRefused(415);
            expect(send(method, target, type, "{\"json\":{\"name\":\"a\"}}")).isRefused(415);
        }
    }

    private Answer send(String method, String target, String type, String body) {
        return RawRequest.of(method, target).by(operator).body(type, body.getBytes(UTF_8)).send();
    }

    private Answer json(String method, String target, byte[] body) {
        return RawRequest.of(method, target).by(operator).body("application/json", body).send();
    }

    /** The path with the id of something that exists. */
    private String existing(String path) {
        if (!path.contains("{id}")) {
            return path;
        }
        var account = operator.openAccount();
        return path.replace(
                "{id}",
                path.contains("account")
                        ? account
                        : path.contains("app")
                                ? operator.registerApp(account, "app:read").getString("client_id")
                                : operator.configure(
                                        account, Service.officialAccount(), "a.example.com"));
    }

    @Test
    void hasNothingAtItsRoot() {
        expect(RawRequest.of("GET", "/").send()).isRefused(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/app/not-an-id",
                "/api/app/1-1-1-1-1",
                "/api/app/0/0/0/0/0/0/0/0/0/0/0/0",
                "/api/profile/%F0%9F%98%80",
                "/api/profile/a;b=c",
                "/api/profile/%27%20or%201=1--",
                "/api/profile/..%2f..",
                "/WEB-INF/web.xml",
                "/WEB-INF/classes/META-INF/microprofile-config.properties",
                "/META-INF/persistence.xml",
                "/a/../x.txt",
                "/x.txt;jsessionid=1",
                "/x.txt/",
                "/%E4%B8%AD.txt",
                "/x%2Etxt",
                "//",
                "//evil.example/",
                "/api//app/",
                "/index.html",
                "*"
            })
    void refusesAnOddPath(String path) {
        var answer = RawRequest.of("GET", path).by(operator).send();

        assertThat(answer.status()).as(answer.body()).isBetween(400, 499);
        expect(answer).isRefused(answer.status());
        tellsNothing(answer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/index.jsp", "/x.jsp"})
    void refusesAPage(String path) {
        var answer = RawRequest.of("GET", path).by(operator).send();

        isRefused(answer, 404, Oddity.JSP);
        tellsNothing(answer);
    }

    @ParameterizedTest
    @CsvSource({"/\"<script>, FORBIDDEN_CHARACTERS", "http://[::1, FOREIGN_ADDRESS"})
    void refusesAnOddTarget(String target, Oddity odd) {
        var answer = RawRequest.of("GET", target).by(operator).send();

        assertThat(answer.status()).as(answer.body()).isBetween(400, 499);
        isRefused(answer, answer.status(), odd);
        tellsNothing(answer);
    }

    /** Servers turn these away before an application sees them. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/%2e%2e/%2e%2e/etc/passwd",
                "/../../etc/passwd",
                "/%2e%2e/x.txt",
                "/%ff.txt",
                "/a%00.txt",
                "/%00",
                "/\\..\\x.txt",
                "/\u00e9",
                "nothing"
            })
    void leavesPathsThatAreNoneToTheServer(String path) {
        var answer = RawRequest.of("GET", path).by(operator).send();

        assertThat(answer.status()).isBetween(400, 499);
        tellsNothing(answer);
    }

    /** Payara and Open Liberty answer TRACE themselves, whatever the application says. */
    @ParameterizedTest
    @MethodSource("paths")
    void neverSendsARequestBack(String path) {
        var answer = RawRequest.of("TRACE", path).header("X-Mine", "mine").send();

        var own = ServerUnderTest.ownAnswer(Oddity.TRACE).map(OwnAnswer::status);
        assertThat(answer.status()).isIn(405, own.orElse(405));
        assertThat(answer.body()).doesNotContain("mine");
    }

    @Test
    void refusesAnAddressThatIsTooLong() {
        var path = RawRequest.of("GET", "/" + "x".repeat(5_000) + ".txt").send();
        var query = RawRequest.of("GET", "/api/app/?name=" + "x".repeat(5_000)).by(operator).send();

        expect(path).isRefused(404);
        expect(query).isRefused(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "multipart/form-data",
                "multipart/form-data; boundary=",
                "multipart/form-data; boundary=b",
                "multipart/mixed; boundary=b",
                "text/plain",
                "application/json",
                "application/x-www-form-urlencoded; charset=nonsense",
                "nonsense"
            })
    void theTokenEndpointRefusesWhatIsNotAForm(String type) {
        for (var body :
                List.of(
                        "",
                        "{}",
                        "%zz=%",
                        "--b\r\n",
                        "--b\r\nX\r\n\r\n--b--",
                        "a".repeat(200_000))) {
            var answer =
                    RawRequest.of("POST", "/api/token/").body(type, body.getBytes(UTF_8)).send();

            assertThat(answer.status()).as(type + " " + answer.body()).isBetween(400, 499);
            assertThat(answer.json()).containsKeys("error", "description", "extra_info");
            tellsNothing(answer);
        }
    }

    /** A client without a secret must not make the service read and keep whatever it sends. */
    @ParameterizedTest
    @ValueSource(strings = {"application/x-www-form-urlencoded", "multipart/form-data; boundary=b"})
    void theTokenEndpointRefusesALargeForm(String type) {
        var form = ("client_id=" + "x".repeat(100_000)).getBytes(UTF_8);

        var answer = RawRequest.of("POST", "/api/token/").body(type, form).send();

        assertThat(answer.status()).as(answer.body()).isEqualTo(413);
        assertThat(answer.json().getString("error")).isEqualTo("body_too_large");
        assertThat(answer.json().getString("error_description"))
                .isEqualTo("The body has more than 16384 bytes (sociallink.limits.form).");
    }

    @Test
    void theTokenEndpointRefusesALargeFormInChunks() {
        var form =
                ("grant_type=client_credentials&client_id=" + "x".repeat(50_000)).getBytes(UTF_8);

        var answer =
                RawRequest.of("POST", "/api/token/")
                        .chunks("application/x-www-form-urlencoded", form)
                        .send();

        assertThat(answer.status()).as(answer.body()).isEqualTo(413);
        assertThat(answer.json().getString("error")).isEqualTo("body_too_large");
    }

    @Test
    void theTokenEndpointTakesASmallFormInChunks() {
        var form = "grant_type=client_credentials&client_id=nobody&client_secret=%C3%A4+b";

        var answer =
                RawRequest.of("POST", "/api/token/")
                        .chunks("application/x-www-form-urlencoded", form.getBytes(UTF_8))
                        .send();

        assertThat(answer.status()).as(answer.body()).isEqualTo(401);
        assertThat(answer.json().getString("error")).isEqualTo("invalid_client");
    }

    @Test
    void refusesAListThatIsAskedForTooMuch() {
        // Undertow refuses more than a thousand parameters by itself
        var conditions = numbered("m%d=a", "&", 900);
        var values =
                numbered("m%d__in=a%%7Cb%%7Cc%%7Cd%%7Ce%%7Cf%%7Cg%%7Ch%%7Ci%%7Cj%%7Ck", "&", 50);
        var keys = "x__order_by=" + numbered("m%d", "%7C", 400);

        for (var query : List.of(conditions, values, keys)) {
            var answer = RawRequest.of("GET", "/api/profile/?" + query).by(operator).send();

            expect(answer).isRefused(400, "invalid_request");
            assertThat(answer.body()).hasSizeLessThan(5_000);
        }
    }

    /** The pattern for times once took time quadratic in the length of the text. */
    @Test
    void comparesALongTextWithAMemberAtOnce() {
        var path = "/api/profile/?account_id=" + ID + "&m=" + "1:00.1".repeat(10_000);

        var begin = System.nanoTime();
        var answer = RawRequest.of("GET", path).by(operator).send();

        assertThat(answer.status()).isBetween(200, 499);
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(5));
    }

    private static String numbered(String each, String between, int number) {
        return IntStream.range(0, number)
                .mapToObj(each::formatted)
                .collect(Collectors.joining(between));
    }

    @Test
    void refusesOddHeaders() {
        for (var header :
                List.of(
                        "Authorization: Bearer",
                        "Authorization: Basic !",
                        "If-None-Match: \"",
                        "If-Match: \"",
                        "Accept: nonsense",
                        "Accept: ;;;",
                        "Accept: image/png",
                        "Accept-Language: %%%",
                        "Content-Type: ;;;",
                        "Cookie: =;=;\"")) {
            var parts = header.split(": ", 2);
            for (var path : paths().toList()) {
                var answer = RawRequest.of("GET", path).header(parts[0], parts[1]).send();

                assertThat(answer.status()).as(header + " " + path).isBetween(200, 499);
                tellsNothing(answer);
            }
        }
    }

    private static void tellsNothing(Answer answer) {
        assertThat(answer.body())
                .doesNotContain(
                        "Exception", "\tat ", "Payara", "GlassFish", "Grizzly", "org.", "java.")
                .doesNotContain("com.xpkit");
    }
}
