package com.xpkit.sociallink.it;

import static com.xpkit.sociallink.driver.AnswerAssert.expect;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.xpkit.sociallink.driver.Answer;
import com.xpkit.sociallink.driver.ApiClient;
import com.xpkit.sociallink.server.Http;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The API's description, as a page for people and as text. */
class ApiDocsIT extends OnAServer {

    private static final String PAGE = "/api/docs/";
    private static final String OF_A_BROWSER =
            "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

    private final ApiClient anybody = Service.API;

    @ParameterizedTest
    @ValueSource(strings = {PAGE, "/api/docs"})
    void showsThePage(String path) {
        var answer = anybody.get(path, "Accept", OF_A_BROWSER);

        expect(answer).has(200);
        assertType(answer, "text/html;charset=utf-8");
        assertThat(answer.body()).contains("<title>Social Link API</title>");
    }

    @Test
    void letsThePageRunNothingButItsOwnFiles() {
        var answer = anybody.get(PAGE);

        assertThat(answer.headers().allValues("Content-Security-Policy"))
                .containsExactly(
                        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
                                + " connect-src 'self'; base-uri 'none'; form-action 'none';"
                                + " frame-ancestors 'none'");
        assertThat(answer.headers().allValues("X-Content-Type-Options")).containsExactly("nosniff");
        assertThat(answer.headers().allValues("Referrer-Policy")).containsExactly("no-referrer");
        assertThat(answer.body()).doesNotContainPattern("(?i)(src|href)=\"(https?:)?//");
    }

    @Test
    void servesEveryFileOfThePage() {
        var files =
                Pattern.compile("(?:src|href)=\"(/[^\"]+)\"")
                        .matcher(anybody.get(PAGE).body())
                        .results()
                        .map(found -> found.group(1))
                        .toList();

        assertThat(files).hasSizeGreaterThan(5);
        assertThat(files).allSatisfy(file -> expect(anybody.get(file)).has(200));
    }

    @ParameterizedTest
    @CsvSource({
        "docs.js, text/javascript;charset=utf-8",
        "docs.css, text/css;charset=utf-8",
        "arrow.svg, image/svg+xml",
        "favicon-32x32.png, image/png",
        "swagger-ui.css, text/css;charset=utf-8",
        "swagger-ui-bundle.js, text/javascript;charset=utf-8",
        "swagger-ui-bundle.js.LICENSE.txt, text/plain;charset=utf-8"
    })
    void givesEachFileItsType(String file, String type) {
        assertType(anybody.get(PAGE + file), type);
    }

    @Test
    void sendsAFileOnceToABrowserThatKeepsIt() {
        var first = anybody.get(PAGE + "swagger-ui-bundle.js");
        var again =
                anybody.get(PAGE + "swagger-ui-bundle.js", "If-None-Match", "W/" + first.etag());

        assertThat(first.header("Cache-Control")).hasValue("no-cache");
        assertThat(first.body()).hasSizeGreaterThan(1_000_000);
        assertThat(again.status()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(again.etag()).isEqualTo(first.etag());
    }

    @Test
    void answersHeadWithoutABody() {
        var answer = anybody.send("HEAD", PAGE + "docs.js", "");

        expect(answer).has(200);
        assertThat(answer.body()).isEmpty();
        assertThat(answer.etag()).isEqualTo(anybody.get(PAGE + "docs.js").etag());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nothing.js",
                "DocsServlet.class",
                "docs.js/",
                "x/docs.js",
                "web.xml",
                "nothing.txt"
            })
    void hasNoOtherFile(String name) {
        expect(anybody.get(PAGE + name)).isRefused(404, "not_found");
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "PATCH", "DELETE"})
    void isOnlyRead(String method) {
        var answer = anybody.send(method, PAGE, "");

        expect(answer).isRefused(405);
        assertThat(answer.header("Allow")).hasValue("GET, HEAD");
    }

    @Test
    void leavesTheApiAsItIs() {
        expect(anybody.get("/api/docsx")).isRefused(404);
        expect(anybody.get("/api/account/")).isRefused(401);
    }

    @ParameterizedTest
    @CsvSource({
        "/openapi, */*",
        "/openapi, '" + OF_A_BROWSER + "'",
        "/openapi, application/json",
        "/openapi.yaml, */*"
    })
    void saysHowTheDescriptionIsEncoded(String path, String accept) throws Exception {
        var answer = bytes(path, accept);
        var type = answer.headers().firstValue("Content-Type").orElse("none").replace(" ", "");

        // the other two types are UTF-8 by definition (RFC 8259, RFC 9512), and no browser shows
        // YAML
        assertThat(type)
                .matches("(?i)text/.*;charset=utf-8|application/(json|yaml)(;charset=utf-8)?");
        assertThat(UTF_8.newDecoder().decode(ByteBuffer.wrap(answer.body())).toString())
                .contains("profile_id=…")
                .contains("小明");
    }

    @Test
    void namesUtf8WithTheDescriptionAsItWasWritten() {
        assertType(anybody.get("/openapi.yaml"), "application/yaml;charset=utf-8");
    }

    private static HttpResponse<byte[]> bytes(String path, String accept) {
        var request = Http.request(Service.URL.resolve(path)).header("Accept", accept);
        return Http.send(request, BodyHandlers.ofByteArray());
    }

    private static void assertType(Answer answer, String type) {
        expect(answer).has(200);
        assertThat(answer.header("Content-Type").orElse("none").replace(" ", ""))
                .isEqualToIgnoringCase(type);
    }
}
