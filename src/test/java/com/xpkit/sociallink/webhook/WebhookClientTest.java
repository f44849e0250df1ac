package com.xpkit.sociallink.webhook;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.xpkit.sociallink.platform.outbound.HostTls;
import com.xpkit.sociallink.platform.outbound.Receiver;
import com.xpkit.sociallink.platform.outbound.TlsMother;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

class WebhookClientTest {

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

            var answer = inside("127.0.0.1").post(request, LONG);

            assertThat(answer.status()).isEqualTo(200);
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
            assertThat(inside("127.0.0.1").post(request(receiver), LONG).status())
                    .isEqualTo(status);
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
            assertThat(inside("::1", "127.0.0.1").post(request(receiver), LONG).status())
                    .isEqualTo(200);
        }
    }

    @Test
    void saysThatAHostIsUnknown() {
        var line =
                new WebhookClient(
                        host -> {
                            throw new UnknownHostException(host);
                        },
                        new HostTls(SYSTEM),
                        alarms,
                        false,
                        Optional.empty());

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
    void speaksTlsWithAServerThatProvesTheHostsName() throws Exception {
        try (var receiver = Receiver.answering(tls.server(), OK)) {
            var request = request("https://app.test:" + receiver.port() + "/", "{}");

            assertThat(line(true, tls.convinced(), "127.0.0.1").post(request, LONG).status())
                    .isEqualTo(200);
            assertThat(receiver.request()).startsWith("POST / HTTP/1.1\r\n");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"other.test", "127.0.0.1"})
    void sendsNothingToAServerThatProvesAnotherName(String host) throws Exception {
        try (var receiver = Receiver.answering(tls.server(), OK)) {
            var request = request("https://" + host + ":" + receiver.port() + "/", "{}");
            var line = line(true, tls.convinced(), "127.0.0.1");

            assertThatThrownBy(() -> line.post(request, LONG)).hasMessage("no trust by TLS");
        }
    }

    @Test
    void sendsNothingToAServerThatIsNotTrusted() throws Exception {
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 100 Continue\r\n\r\n",
                "HTTP/1.1 103 Early Hints\r\nLink: </style.css>; rel=preload\r\n\r\n",
                "HTTP/1.1 102 Processing\r\n\r\nHTTP/1.1 103 Early Hints\r\n\r\nHTTP/1.1 100 \r\n\r\n"
            })
    void readsPastInterimAnswers(String interim) throws Exception {
        try (var receiver = Receiver.answering(interim.repeat(20) + OK)) {
            assertThat(inside("127.0.0.1").post(request(receiver), LONG).status()).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 100 Continue\r\n\r\n",
                "HTTP/1.1 200 OK\r\nX: ",
                "HTTP/1.1 200 OK\r\nX: y\r\n",
                "HTTP/1.1 200 OK"
            })
    void doesNotReadAHeadWithoutAnEnd(String once) throws Exception {
        var again = once.endsWith("\n") ? once.replaceFirst("HTTP/1.1 200 OK\r\n", "") : "y";
        try (var receiver = Receiver.repeating(once, again)) {
            assertThatThrownBy(() -> inside("127.0.0.1").post(request(receiver), LONG))
                    .hasMessage("an answer without an end");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Content-Length: 99999999999", "Transfer-Encoding: chunked", "X: y"})
    void doesNotReadTheBody(String framing) throws Exception {
        var head = "HTTP/1.1 200 OK\r\n" + framing + "\r\n\r\n";
        try (var receiver = Receiver.repeating(head, "1\r\nx\r\n")) {
            var began = System.nanoTime();

            assertThat(inside("127.0.0.1").post(request(receiver), LONG).status()).isEqualTo(200);
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(LONG.dividedBy(2));
        }
    }

    @Test
    void doesNotWaitForAHeadThatComesDropByDrop() throws Exception {
        try (var receiver =
                Receiver.with(
                        connection -> {
                            for (var letter : OK.split("")) {
                                connection.getOutputStream().write(letter.charAt(0));
                                pause();
                            }
                        })) {
            assertThatThrownBy(() -> inside("127.0.0.1").post(request(receiver), SHORT))
                    .hasMessage("too late");
        }
    }

    private static void pause() {
        try {
            Thread.sleep(SHORT.dividedBy(10).toMillis());
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\r\n", "SSH-2.0-OpenSSH", "HTTP/1.1 2000 OK", "HTTP/1.1 099 No"})
    void doesNotTreatJustAnythingAsAnAnswer(String line) throws Exception {
        try (var receiver = Receiver.answering(line + "\r\nX: y\r\n\r\n")) {
            assertThatThrownBy(() -> inside("127.0.0.1").post(request(receiver), LONG))
                    .isInstanceOf(WebhookFailure.class)
                    .hasMessage("no HTTP");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"HTTP/1.0 204", "HTTP/1.1 204 ", "HTTP/1.1 204 Not now"})
    void takesEveryFormOfTheFirstLine(String line) throws Exception {
        try (var receiver = Receiver.answering(line + "\r\n\r\n")) {
            assertThat(inside("127.0.0.1").post(request(receiver), LONG).status()).isEqualTo(204);
        }
    }

    @Test
    void reportsHowLongTheReceiverWantsNoFurtherCall() throws Exception {
        try (var receiver = Receiver.answering("HTTP/1.1 503 Busy\r\nRetry-After: 120\r\n\r\n")) {
            assertThat(inside("127.0.0.1").post(request(receiver), LONG))
                    .isEqualTo(new WebhookAnswer(503, Optional.of("120")));
        }
    }

    /** No cookie, no Accept-Encoding, no Upgrade, nothing that the library adds by itself. */
    @Test
    void sendsTheseHeadersAndNoOthers() throws Exception {
        var answer = "HTTP/1.1 200 OK\r\nSet-Cookie: a=b\r\nContent-Length: 0\r\n\r\n";
        try (var receiver = Receiver.answering(answer)) {
            var line = inside("127.0.0.1");
            line.post(request(receiver), LONG);
            line.post(request(receiver), LONG);

            receiver.request();
            assertThat(receiver.request().lines().skip(1).takeWhile(header -> !header.isEmpty()))
                    .map(header -> header.replaceFirst(":.*", ""))
                    .containsExactlyInAnyOrder(
                            "Host",
                            "User-Agent",
                            "Connection",
                            "Content-Type",
                            "Content-Length",
                            "webhook-id",
                            "webhook-timestamp",
                            "webhook-signature");
            assertThat(receiver.connections()).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 407, 421, 425})
    void asksOnceWhateverTheAnswer(int status) throws Exception {
        var answer =
                "HTTP/1.1 "
                        + status
                        + " No\r\nWWW-Authenticate: Basic realm=x\r\n"
                        + "Proxy-Authenticate: Basic realm=x\r\nContent-Length: 0\r\n\r\n";
        try (var receiver = Receiver.answering(answer)) {
            assertThat(inside("127.0.0.1").post(request(receiver), LONG).status())
                    .isEqualTo(status);
            assertThat(receiver.connections()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"socksProxy", "http.proxy"})
    void goesThroughNoProxyOfTheJvm(String proxy) throws Exception {
        System.setProperty(proxy + "Host", "127.0.0.1");
        System.setProperty(proxy + "Port", "1");
        System.setProperty("http.nonProxyHosts", "");
        try (var receiver = Receiver.answering(OK)) {
            assertThat(inside("127.0.0.1").post(request(receiver), LONG).status()).isEqualTo(200);
        } finally {
            System.clearProperty(proxy + "Host");
            System.clearProperty(proxy + "Port");
            System.clearProperty("http.nonProxyHosts");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"app.test.", "dev.hooks.test"})
    void asksByTlsForTheHostsName(String host) throws Exception {
        try (var receiver = Receiver.answering(tls.server(), OK)) {
            var request = request("https://" + host + ":" + receiver.port() + "/", "{}");

            assertThat(line(true, tls.convinced(), "127.0.0.1").post(request, LONG).status())
                    .isEqualTo(200);
            assertThat(receiver.name()).isEqualTo(host.replaceFirst("\\.$", ""));
        }
    }

    /** Java's own servers refuse such a name; others accept it. */
    @Test
    void asksByTlsForANameWithAnUnderscoreToo() throws Exception {
        var hello = new byte[512];
        try (var receiver = Receiver.with(connection -> connection.getInputStream().read(hello))) {
            var request = request("https://dev_1.hooks.test:" + receiver.port() + "/", "{}");

            assertThatThrownBy(() -> inside("127.0.0.1").post(request, LONG))
                    .isInstanceOf(WebhookFailure.class);
            assertThat(new String(hello, ISO_8859_1)).contains("dev_1.hooks.test");
        }
    }

    private WebhookClient inside(String... addresses) {
        return line(true, SYSTEM, addresses);
    }

    private WebhookClient line(boolean isInside, SSLSocketFactory tls, String... addresses) {
        return new WebhookClient(
                host -> found(host, addresses),
                new HostTls(tls),
                alarms,
                isInside,
                Optional.empty());
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
