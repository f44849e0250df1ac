package com.xpkit.sociallink.job.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookLineTest {

    private static final Duration LONG = Duration.ofSeconds(20);
    private static final Duration SHORT = Duration.ofMillis(300);
    private static final byte[] KEY = "key".getBytes(UTF_8);
    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n";

    private static final SSLSocketFactory SYSTEM = (SSLSocketFactory) SSLSocketFactory.getDefault();

    @TempDir static Path directory;
    private static TlsMother tls;

    private final ScheduledExecutorService alarms = Executors.newSingleThreadScheduledExecutor();
    private final List<String> lookedUp = new ArrayList<>();

    @BeforeAll
    static void makeCertificate() throws Exception {
        tls = new TlsMother(directory);
    }

    @AfterEach
    void stop() {
        alarms.shutdownNow();
    }

    @Test
    void postsTheSignedMessage() throws Exception {
        try (var receiver = Receiver.answering(OK)) {
            var request = request("http://app.test:" + receiver.port() + "/hook?a=b", "{\"é\":1}");

            var status = inside("127.0.0.1").post(request, LONG);

            assertThat(status).isEqualTo(200);
            assertThat(receiver.request())
                    .startsWith("POST /hook?a=b HTTP/1.1\r\n")
                    .contains("\r\nHost: app.test:" + receiver.port() + "\r\n")
                    .contains("\r\nContent-Type: application/json\r\n")
                    .contains("\r\nContent-Length: 8\r\n")
                    .contains("\r\nwebhook-timestamp: 1700000000\r\n")
                    .contains("\r\nwebhook-signature: v1,")
                    .endsWith("\r\n\r\n{\"é\":1}");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {204, 302, 410, 500})
    void givesTheStatusAndFollowsNoRedirect(int status) throws Exception {
        var answer = "HTTP/1.1 " + status + " X\r\nLocation: http://127.0.0.1:1/\r\n\r\n";
        try (var receiver = Receiver.answering(answer)) {
            assertThat(inside("127.0.0.1").post(request(receiver), LONG)).isEqualTo(status);
        }
    }

    @Test
    void callsNoAddressThatIsNotPublic() throws Exception {
        try (var receiver = Receiver.answering(OK)) {
            var line = line(false, SYSTEM, "127.0.0.1");

            assertThatThrownBy(() -> line.post(request(receiver), LONG))
                    .isInstanceOf(WebhookFailure.class)
                    .hasMessage("not a public address");
        }
    }

    @Test
    void callsNobodyWhenOneOfTheAddressesIsNotPublic() throws Exception {
        try (var receiver = Receiver.answering(OK)) {
            var line = line(false, SYSTEM, "1.1.1.1", "127.0.0.1");

            assertThatThrownBy(() -> line.post(request(receiver), LONG))
                    .hasMessage("not a public address");
        }
    }

    /** A name server that answers differently the second time (DNS rebinding) is not asked again. */
    @Test
    void looksUpTheHostOnce() throws Exception {
        try (var receiver = Receiver.answering(OK)) {
            inside("127.0.0.1").post(request(receiver), LONG);

            assertThat(lookedUp).containsExactly("app.test");
        }
    }

    @Test
    void triesTheNextAddressWhenOneDoesNotAnswer() throws Exception {
        try (var receiver = Receiver.answering(OK)) {
            // nobody listens on the IPv6 one
            assertThat(inside("::1", "127.0.0.1").post(request(receiver), LONG)).isEqualTo(200);
        }
    }

    @Test
    void saysThatAHostIsUnknown() {
        var line =
                new WebhookLine(
                        host -> {
                            throw new UnknownHostException(host);
                        },
                        SYSTEM,
                        alarms,
                        false);

        assertThatThrownBy(() -> line.post(request("http://app.test/", "{}"), LONG))
                .hasMessage("unknown host");
    }

    @Test
    void saysThatNobodyListens() throws Exception {
        int port;
        try (var free = new ServerSocket(0, 1, Receiver.loopback())) {
            port = free.getLocalPort();
        }

        assertThatThrownBy(
                        () ->
                                inside("127.0.0.1")
                                        .post(request("http://app.test:" + port, "{}"), LONG))
                .hasMessage("no connection");
    }

    @Test
    void doesNotWaitForAReceiverThatIsSilent() throws Exception {
        try (var receiver =
                Receiver.with(connection -> connection.getInputStream().readAllBytes())) {
            assertThatThrownBy(() -> inside("127.0.0.1").post(request(receiver), SHORT))
                    .hasMessage("too late");
        }
    }

    @Test
    void doesNotWaitForAReceiverThatTakesNothing() throws Exception {
        var large = "{\"x\":\"" + "x".repeat(20_000_000) + "\"}";
        var end = new CountDownLatch(1);
        try (var receiver = Receiver.with(connection -> awaitIn(end))) {
            var request = request("http://app.test:" + receiver.port(), large);

            assertThatThrownBy(() -> inside("127.0.0.1").post(request, SHORT))
                    .hasMessage("too late");
        } finally {
            end.countDown();
        }
    }

    private static void awaitIn(CountDownLatch end) {
        try {
            end.await();
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void speaksTlsWithWhoProvesTheHostsName() throws Exception {
        try (var receiver = Receiver.answering(tls.server(), OK)) {
            var request = request("https://app.test:" + receiver.port() + "/", "{}");

            assertThat(line(true, tls.convinced(), "127.0.0.1").post(request, LONG)).isEqualTo(200);
            assertThat(receiver.request()).startsWith("POST / HTTP/1.1\r\n");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"other.test", "127.0.0.1"})
    void tellsNothingToWhoProvesAnotherName(String host) throws Exception {
        try (var receiver = Receiver.answering(tls.server(), OK)) {
            var request = request("https://" + host + ":" + receiver.port() + "/", "{}");
            var line = line(true, tls.convinced(), "127.0.0.1");

            assertThatThrownBy(() -> line.post(request, LONG)).hasMessage("no trust by TLS");
        }
    }

    @Test
    void tellsNothingToWhoIsNotTrusted() throws Exception {
        try (var receiver = Receiver.answering(tls.server(), OK)) {
            var request = request("https://app.test:" + receiver.port() + "/", "{}");

            assertThatThrownBy(() -> inside("127.0.0.1").post(request, LONG))
                    .hasMessage("no trust by TLS");
        }
    }

    @Test
    void doesNotWaitForAHandshakeThatNeverEnds() throws Exception {
        try (var receiver =
                Receiver.with(connection -> connection.getInputStream().readAllBytes())) {
            var request = request("https://app.test:" + receiver.port() + "/", "{}");

            assertThatThrownBy(() -> inside("127.0.0.1").post(request, SHORT))
                    .hasMessage("too late");
        }
    }

    private WebhookLine inside(String... addresses) {
        return line(true, SYSTEM, addresses);
    }

    private WebhookLine line(boolean isInside, SSLSocketFactory tls, String... addresses) {
        return new WebhookLine(host -> found(host, addresses), tls, alarms, isInside);
    }

    private InetAddress[] found(String host, String... literals) throws UnknownHostException {
        lookedUp.add(host);
        var addresses = new InetAddress[literals.length];
        for (int i = 0; i < literals.length; i++) {
            addresses[i] = InetAddress.getByName(literals[i]);
        }
        return addresses;
    }

    private static WebhookRequest request(Receiver receiver) {
        return request("http://app.test:" + receiver.port() + "/", "{}");
    }

    private static WebhookRequest request(String url, String body) {
        var message = new WebhookMessage(UUID.randomUUID(), url, "client", body);
        return WebhookRequest.of(message, WebhookUrl.parse(url), KEY, 1_700_000_000);
    }
}
