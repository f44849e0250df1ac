package com.xpkit.sociallink.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.xpkit.sociallink.driver.ApiClient;
import com.xpkit.sociallink.driver.Shop;
import com.xpkit.sociallink.server.Http;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the operator's nginx passes by http and by https, and what it keeps to itself. */
@ExtendWith(SharedCluster.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NginxIT {

    private static final String CONTENTS = "zK9 中文 no newline";

    private final Cluster cluster;
    private final Nginx nginx = new Nginx("nginx");

    NginxIT(Cluster cluster) {
        this.cluster = cluster;
    }

    @BeforeAll
    void start() throws IOException {
        nginx.startBefore(cluster.one());
    }

    @AfterAll
    void stop() {
        nginx.close();
    }

    /** WeChat's check uses either scheme, and treats a redirect as a missing file. */
    @ParameterizedTest
    @CsvSource({"false, ''", "false, sub/", "true, ''", "true, sub/"})
    void servesAVerificationFileInEitherScheme(boolean isSecure, String directory) {
        var path = "/" + served(directory);

        var answer = Http.send(Http.request(isSecure ? nginx.url(path) : nginx.plain(path)));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(CONTENTS);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/plain");
    }

    /** A new file's name. */
    private String served(String directory) {
        var name = directory + "MP_verify_" + UUID.randomUUID().toString().substring(0, 8) + ".txt";
        ApiClient.created(
                cluster.operator()
                        .post(
                                "/api/configuration/",
                                ApiClient.configuration(cluster.officialAccount(), Shop.DOMAIN)
                                        .add("account_id", cluster.tenant().account())
                                        .add("auth_file_name", name)
                                        .add("auth_file_contents", CONTENTS)));
        return name;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/MP_verify_x.html",
                "/api/wechat/authorise/?account_id=a",
                "/api/profile/x.txt",
                "/api/token/x.txt?a=b",
                "/API/x.txt",
                "/%61pi/x.txt",
                "/sub/../api/x.txt",
                "/health/x.txt",
                "/metrics/x.txt",
                "/openapi/x.txt",
                "/portal/x.txt",
                "/.txt",
                "/a;b/x.txt"
            })
    void sendsEverythingElseToHttps(String path) {
        var answer = Http.send(Http.request(nginx.plain(path)));

        assertThat(answer.statusCode()).isEqualTo(301);
        assertThat(answer.headers().firstValue("Location").map(URI::create))
                .hasValue(URI.create("https://127.0.0.1" + path));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/MP_verify_of_nobody.txt", "/sub/robots.txt"})
    void passesOnThatAFileIsMissing(String path) {
        var answer = Http.send(Http.request(nginx.plain(path)));

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("\"error\":\"not_found\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/health/ready",
                "/metrics",
                "/api/metrics/",
                "/414",
                "/431",
                "/META-INF",
                "/META-INF/",
                "/META-INF/MANIFEST.MF",
                "/WEB-INF",
                "/WEB-INF/web.xml",
                "/web-inf",
                "/%4dETA-INF",
                "/META-INF;a=b",
                "/x/../META-INF",
                "/.;/META-INF",
                "/.;/",
                "/%2e;/"
            })
    void keepsFromTheOutsideWhatIsForTheOperator(String path) {
        var answer = Http.send(Http.request(nginx.url(path)));

        assertThat(answer.statusCode()).isEqualTo(404);
    }

    /** No redirect can lead there, and no cache can keep it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.example",
                "evil.example:443",
                "10.0.0.1",
                "link.example.com.evil.example"
            })
    void doesNotAnswerRequestsForAnotherHost(String host) throws IOException {
        for (var path : List.of("/META-INF", "/", "/api/docs/", "/MP_verify_x.txt")) {
            try (var plain = Line.to(nginx.plain("/"));
                    var secure = Line.toByTls(nginx.url("/"), List.of(Http.LINK))) {
                assertThat(plain.get(path, host).hear()).isEmpty();
                assertThat(secure.get(path, host).hear()).isEmpty();
            }
        }
    }

    @Test
    void shakesNoHandsUnderAnotherName() {
        for (var names : List.of(List.<String>of(), List.of("evil.example"))) {
            assertThatThrownBy(() -> Line.toByTls(nginx.url("/"), names))
                    .isInstanceOf(SSLException.class);
        }
    }

    /** Both name a host: the first line counts, and the header is not passed on. */
    @Test
    void tellsTheServiceItsOwnName() throws IOException {
        try (var line = Line.to(nginx.plain("/"))) {
            line.get("http://" + Http.LINK + "/META-INF", "evil.example");

            assertThat(line.hear()).doesNotContain("evil.example");
        }
    }
}
