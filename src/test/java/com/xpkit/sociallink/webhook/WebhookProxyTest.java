package com.xpkit.sociallink.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.xpkit.sociallink.platform.outbound.HostTls;
import com.xpkit.sociallink.platform.outbound.OutboundProxy;
import com.xpkit.sociallink.platform.outbound.OutboundSettings;
import com.xpkit.sociallink.platform.outbound.Receiver;
import com.xpkit.sociallink.platform.outbound.TlsMother;
import com.xpkit.sociallink.platform.outbound.TunnelProxy;
import com.xpkit.sociallink.platform.settings.SettingsMother;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The proxy decides nothing: it gets the very address that was checked. */
class WebhookProxyTest {

    private static final Duration LONG = Duration.ofSeconds(20);
    private static final Duration SHORT = Duration.ofMillis(300);
    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n";

    @TempDir static Path directory;
    private static TlsMother tls;

    private final ScheduledExecutorService alarms = Executors.newSingleThreadScheduledExecutor();

    @BeforeAll
    static void makeCertificate() throws Exception {
        tls = new TlsMother(directory);
    }

    @AfterEach
    void stop() {
        alarms.shutdownNow();
    }

    @ParameterizedTest
    @CsvSource({
        "1.1.1.1, 1.1.1.1:80, http://app.test/hook",
        "1.1.1.1, 1.1.1.1:8080, http://app.test:8080/hook",
        "2606:4700::1111, [2606:4700:0:0:0:0:0:1111]:80, http://app.test/hook"
    })
    void isAskedForTheAddressAndNotForTheName(String address, String asked, String url)
            throws Exception {
        try (var receiver = Receiver.answering(OK);
                var proxy = TunnelProxy.to(receiver)) {
            var line = through(proxy, "", address);

            assertThat(line.post(request(url), LONG).status()).isEqualTo(200);
            assertThat(proxy.head())
                    .startsWith("CONNECT " + asked + " HTTP/1.1")
                    .doesNotContain("app.test", "webhook", "Proxy-Authorization");
            assertThat(receiver.request())
                    .startsWith("POST /hook HTTP/1.1")
                    .contains("Host: app.test")
                    .doesNotContain("Proxy");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"app.test", "dev.hooks.test"})
    void carriesTlsWithTheHostsName(String host) throws Exception {
        try (var receiver = Receiver.answering(tls.server(), OK);
                var proxy = TunnelProxy.to(receiver)) {
            var line = through(proxy, "", "1.1.1.1");

            assertThat(line.post(request("https://" + host + "/"), LONG).status()).isEqualTo(200);
            assertThat(proxy.head()).startsWith("CONNECT 1.1.1.1:443 HTTP/1.1");
            assertThat(receiver.name()).isEqualTo(host);
            assertThat(receiver.request()).contains("Host: " + host + "\r\n");
        }
    }

    @Test
    void isNoWayToAnotherHostsCertificate() throws Exception {
        try (var receiver = Receiver.answering(tls.server(), OK);
                var proxy = TunnelProxy.to(receiver)) {
            var line = through(proxy, "", "1.1.1.1");

            assertThatThrownBy(() -> line.post(request("https://other.test/"), LONG))
                    .hasMessage("no trust by TLS");
        }
    }

    @Test
    void isNoWayToAnAddressThatIsNotPublic() throws Exception {
        try (var receiver = Receiver.answering(OK);
                var proxy = TunnelProxy.to(receiver)) {
            var line = through(proxy, "", "10.0.0.1");

            assertThatThrownBy(() -> line.post(request("http://app.test/"), LONG))
                    .hasMessage("not a public address");
            assertThat(proxy.connections()).isZero();
        }
    }

    @Test
    void learnsWhoCalls() throws Exception {
        try (var receiver = Receiver.answering(OK);
                var proxy = TunnelProxy.to(receiver)) {
            // us:p@ss+wörd
            var line = through(proxy, "us:p%40ss+w%C3%B6rd@", "1.1.1.1");

            line.post(request("http://app.test/"), LONG);

            assertThat(proxy.head()).contains("Proxy-Authorization: Basic dXM6cEBzcyt3w7ZyZA==");
            assertThat(receiver.request()).doesNotContain("Proxy-Authorization");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {403, 407, 410, 502})
    void mayRefuseWithoutSpeakingForTheReceiver(int status) throws Exception {
        try (var proxy = TunnelProxy.refusing(status)) {
            var line = through(proxy, "us:secret@", "1.1.1.1");

            assertThatThrownBy(() -> line.post(request("http://app.test/?token=1"), LONG))
                    .isInstanceOf(WebhookFailure.class)
                    .hasMessage("the proxy said status " + status);
        }
    }

    @Test
    void isAskedForTheNextAddressWhenItCannotReachTheFirst() throws Exception {
        try (var receiver = Receiver.answering(OK);
                var proxy = TunnelProxy.refusingFirst(502, receiver)) {
            var line = through(proxy, "", "2606:4700::1111", "1.1.1.1");

            assertThat(line.post(request("http://app.test/"), LONG).status()).isEqualTo(200);
        }
    }

    @Test
    void mayBeAway() throws Exception {
        var gone = TunnelProxy.refusing(502);
        gone.close();
        var line = through(gone, "", "1.1.1.1");

        assertThatThrownBy(() -> line.post(request("https://app.test/"), LONG))
                .hasMessage("no connection");
    }

    @Test
    void isNotWaitedForEither() throws Exception {
        try (var silent = TunnelProxy.silent()) {
            var line = through(silent, "", "1.1.1.1");

            assertThatThrownBy(() -> line.post(request("https://app.test/"), SHORT))
                    .hasMessage("too late");
        }
    }

    private WebhookClient through(TunnelProxy proxy, String login, String... addresses) {
        return new WebhookClient(
                host ->
                        Arrays.stream(addresses)
                                .map(WebhookProxyTest::literal)
                                .toArray(InetAddress[]::new),
                new HostTls(tls.convinced()),
                alarms,
                false,
                proxy(login, proxy.port()));
    }

    private static Optional<OutboundProxy> proxy(String login, int port) {
        var url = "http://" + login + "127.0.0.1:" + port;
        return new OutboundSettings(SettingsMother.with("sociallink.outbound-proxy", url)).proxy();
    }

    private static InetAddress literal(String address) {
        try {
            return InetAddress.getByName(address);
        } catch (IOException impossible) {
            throw new IllegalArgumentException(impossible);
        }
    }

    private static WebhookRequest request(String url) {
        var message = new WebhookMessage(UUID.randomUUID(), url, "client", "{}");
        return WebhookRequest.of(
                message, WebhookUrl.parse(url), "key".getBytes(UTF_8), 1_700_000_000);
    }
}
