package com.xpkit.sociallink.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a server answers at the service's port besides the service, as the operator's files leave it. */
@ExtendWith(ArquillianExtension.class)
class ServersDoorIT {

    /** What begins HTTP/2, and its first frame: no settings (RFC 9113, section 3.4). */
    private static final String HTTP_2 = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0\0\4\0\0\0\0\0";

    private static final String UPGRADE =
            "GET /openapi.yaml HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade, HTTP2-Settings\r\n"
                    + "Upgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQAAP__\r\n\r\n";

    @Deployment(testable = false)
    static WebArchive service() {
        return Service.war();
    }

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
    void speaksNoHttp2(String request) throws IOException {
        var answer = heard(request);

        assertThat(answer).doesNotStartWith("\0").doesNotContain("101 Switching");
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
