package com.xpkit.sociallink.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.xpkit.sociallink.server.Oddity;
import com.xpkit.sociallink.server.ServerUnderTest;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a server itself answers at the service's port, when configured with the operator's files. */
class ServersDoorIT extends OnAServer {

    /** How HTTP/2 begins, and its first frame: no settings (RFC 9113, section 3.4). */
    private static final String HTTP_2 = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0\0\4\0\0\0\0\0";

    private static final String UPGRADE =
            "GET /openapi.yaml HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade, HTTP2-Settings\r\n"
                    + "Upgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQAAP__\r\n\r\n";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/META-INF",
                "/META-INF/",
                "/META-INF/MANIFEST.MF",
                "/META-INF/maven",
                "/META-INF;a=b",
                "/WEB-INF",
                "/WEB-INF/lib",
                "/WEB-INF/web.xml",
                "/meta-inf",
                "/x/../META-INF",
                "/%4dETA-INF"
            })
    void isClosedAtTheWarsOwnFolders(String path) {
        var answer = RawRequest.of("GET", path).send();

        assertThat(answer.status()).as(answer.body()).isIn(400, 404);
        assertThat(answer.header("Location")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/metrics", "/metrics/", "/metrics/base", "/metrics/vendor"})
    void showsNoMetricsOfTheServers(String path) {
        var answer = RawRequest.of("GET", path).send();

        assertThat(answer.status()).as(answer.body()).isIn(403, 404);
        assertThat(answer.body()).doesNotContain("jvm", "# TYPE");
    }

    @ParameterizedTest
    @ValueSource(strings = {HTTP_2, UPGRADE})
    void speaksHttp2OnlyWhereItMust(String request) throws IOException {
        var answer = heard(request);

        assertThat(answer.startsWith("\0") || answer.contains("101 Switching"))
                .as(answer)
                .isEqualTo(ServerUnderTest.ownAnswer(Oddity.HTTP_2).isPresent());
    }

    /** Java's own client offers HTTP/2 with each request, as many applications use it. */
    @Test
    void takesBodiesOfClientsThatOfferHttp2() throws Exception {
        var form = "grant_type=client_credentials&client_id=nobody&client_secret=wrong";
        var request =
                HttpRequest.newBuilder(URI.create(Service.URL + "/api/token/"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .timeout(Duration.ofSeconds(20))
                        .POST(HttpRequest.BodyPublishers.ofString(form));

        var answer =
                HttpClient.newHttpClient()
                        .send(request.build(), HttpResponse.BodyHandlers.ofString());

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(401);
    }

    private static String heard(String request) throws IOException {
        try (var socket = new Socket(Service.URL.getHost(), Service.URL.getPort())) {
            socket.setSoTimeout(3_000);
            socket.getOutputStream().write(request.getBytes());
            var first = new byte[64];
            var read = socket.getInputStream().read(first);
            return new String(first, 0, Math.max(0, read));
        } catch (SocketTimeoutException silent) {
            return "";
        }
    }
}
