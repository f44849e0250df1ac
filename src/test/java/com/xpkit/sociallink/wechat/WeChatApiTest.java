package com.xpkit.sociallink.wechat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.xpkit.sociallink.platform.outbound.HostTls;
import com.xpkit.sociallink.platform.outbound.OutboundProxy;
import com.xpkit.sociallink.platform.outbound.OutboundSettings;
import com.xpkit.sociallink.platform.outbound.ProxyRefusal;
import com.xpkit.sociallink.platform.outbound.Receiver;
import com.xpkit.sociallink.platform.outbound.TlsMother;
import com.xpkit.sociallink.platform.outbound.TunnelProxy;
import com.xpkit.sociallink.platform.settings.SettingsMother;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The ways to WeChat; {@link WeChatGatewayTest} tests what is sent. */
class WeChatApiTest {

    private static final String ANSWER =
            "HTTP/1.1 200 OK\r\nContent-Length: 14\r\n\r\n{\"openid\":\"o\"}";

    @TempDir static Path directory;
    private static TlsMother tls;

    @BeforeAll
    static void makeCertificate() throws Exception {
        tls = new TlsMother(directory);
    }

    @Test
    void goesByTlsThroughAProxyThatLearnsOnlyTheHost() throws Exception {
        try (var wechat = Receiver.answering(tls.server(), ANSWER);
                var proxy = TunnelProxy.to(wechat);
                var api = api("https://app.test", proxy(proxy))) {
            assertThat(openid(api)).contains("o");
            assertThat(proxy.head())
                    .startsWith("CONNECT app.test:443 ")
                    .contains("Proxy-Authorization: Basic dXM6c2VjcmV0")
                    .doesNotContain("sns");
            assertThat(wechat.request())
                    .startsWith(
                            "GET /sns/oauth2/access_token?appid=wx1&secret=s&code=c&grant_type=")
                    .contains("Host: app.test\r\n")
                    .doesNotContain("Proxy-Authorization");
        }
    }

    @Test
    void sendsNothingToAServerThatProvesAnotherName() throws Exception {
        try (var wechat = Receiver.answering(tls.server(), ANSWER);
                var proxy = TunnelProxy.to(wechat);
                var api = api("https://other.test", proxy(proxy))) {
            assertThatThrownBy(() -> openid(api)).isInstanceOf(SSLException.class);
        }
    }

    @Test
    void saysThatTheProxyRefused() throws Exception {
        try (var proxy = TunnelProxy.refusing(407);
                var api = api("https://app.test", proxy(proxy))) {
            assertThatThrownBy(() -> openid(api))
                    .isInstanceOf(ProxyRefusal.class)
                    .hasMessage("the proxy said status 407");
        }
    }

    /**
     * The proxy of the whole JVM. The service's setting is for WeChat and webhooks; this one works only for WeChat.
     */
    @Test
    void goesByTheJvmsOwnProxyWithoutTheSetting() throws Exception {
        try (var wechat = Receiver.answering(tls.server(), ANSWER);
                var proxy = TunnelProxy.to(wechat);
                var api = api("https://app.test", Optional.empty())) {
            System.setProperty("https.proxyHost", "127.0.0.1");
            System.setProperty("https.proxyPort", Integer.toString(proxy.port()));

            assertThat(openid(api)).contains("o");
            assertThat(proxy.head()).startsWith("CONNECT app.test:443 ");
        } finally {
            System.clearProperty("https.proxyHost");
            System.clearProperty("https.proxyPort");
        }
    }

    @Test
    void asksOnceThoughTheConnectionBreaks() throws Exception {
        try (var wechat =
                        Receiver.with(
                                connection -> connection.getInputStream().read(new byte[1000]));
                var api = api("http://127.0.0.1:" + wechat.port(), Optional.empty())) {
            assertThatThrownBy(() -> openid(api)).isInstanceOf(IOException.class);
            assertThat(wechat.connections()).isEqualTo(1);
        }
    }

    @Test
    void readsPastInterimAnswers() throws Exception {
        var interim = "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nX: y\r\n\r\n";
        try (var wechat = Receiver.answering(interim + ANSWER);
                var api = api("http://127.0.0.1:" + wechat.port(), Optional.empty())) {
            assertThat(openid(api)).contains("o");
        }
    }

    private static Optional<String> openid(WeChatApi api) throws IOException {
        return api.ask(api.token(new OfficialAccount("wx1", "s"), "c")).text("openid", 10);
    }

    private static WeChatApi api(String url, Optional<OutboundProxy> proxy) {
        var settings = WeChatSettingsMother.with("api-url", url);
        return new WeChatApi(settings.apiUrl(), settings, proxy, new HostTls(tls.convinced()));
    }

    private static Optional<OutboundProxy> proxy(TunnelProxy proxy) {
        var url = "http://us:secret@127.0.0.1:" + proxy.port();
        return new OutboundSettings(SettingsMother.with("sociallink.outbound-proxy", url)).proxy();
    }
}
