package com.xpkit.sociallink.wechat;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.xpkit.sociallink.platform.outbound.HostTls;
import com.xpkit.sociallink.platform.outbound.OutboundHttp;
import com.xpkit.sociallink.platform.outbound.OutboundProxy;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.time.Duration;
import java.util.Optional;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.impl.routing.DefaultProxyRoutePlanner;
import org.apache.hc.client5.http.impl.routing.SystemDefaultRoutePlanner;
import org.apache.hc.client5.http.routing.HttpRoutePlanner;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.io.Closer;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/**
 * WeChat's HTTP API in its own terms (developers.weixin.qq.com, web page authorisation). {@link WeChatAnswer} reads the
 * answers, which are JSON with the type text/plain.
 */
final class WeChatApi implements AutoCloseable {

    /** Of each connection, in bytes; WeChat's answers have a few hundred. */
    private static final int BUFFER = 2048;

    /** How long a route is used before the JVM's proxies are asked again. */
    private static final Duration ROUTE_LIFETIME = Duration.ofSeconds(1);

    /**
     * Firewalls and address translation silently drop idle connections after a minute or more. The two calls of a
     * visitor, and visitors in a row, are closer together than this.
     */
    private static final Timeout MAX_IDLE = Timeout.ofSeconds(5);

    /**
     * A connection that was idle for longer is checked before its use, which takes a millisecond. The two calls of one
     * visitor follow each other faster.
     */
    private static final TimeValue REST = TimeValue.ofMilliseconds(1);

    private final String base;
    private final HttpHost host;
    private final Optional<OutboundProxy> proxy;
    private final PoolingHttpClientConnectionManager connections;
    private final CloseableHttpClient client;

    /**
     * @param url the address of the API, without a slash at its end
     * @param settings their timeout applies to connecting, and to each pause in WeChat's answer
     * @param tls for an https address
     */
    WeChatApi(URI url, WeChatSettings settings, Optional<OutboundProxy> proxy, HostTls tls) {
        base = url.toString();
        var sample = new HttpGet(base);
        host = new HttpHost(sample.getScheme(), sample.getAuthority());
        this.proxy = proxy;
        connections = connections(settings, tls);
        client =
                OutboundHttp.client()
                        .setConnectionManager(connections)
                        .setRoutePlanner(routes(proxy))
                        .build();
    }

    private static PoolingHttpClientConnectionManager connections(
            WeChatSettings settings, HostTls tls) {
        var timeout = Timeout.of(settings.timeout());
        return PoolingHttpClientConnectionManagerBuilder.create()
                .setTlsSocketStrategy(tls)
                .setConnectionFactory(
                        ManagedHttpClientConnectionFactory.builder()
                                .http1Config(Http1Config.custom().setBufferSize(BUFFER).build())
                                .build())
                // nobody waits for a connection
                .setMaxConnTotal(settings.visitors())
                .setMaxConnPerRoute(settings.visitors())
                .setDefaultConnectionConfig(
                        ConnectionConfig.custom()
                                .setConnectTimeout(timeout)
                                .setSocketTimeout(timeout)
                                .setIdleTimeout(MAX_IDLE)
                                .setValidateAfterInactivity(REST)
                                .build())
                .build();
    }

    /** Without the setting, as other programs on this JVM connect: {@code -Dhttps.proxyHost}, or directly. */
    private static HttpRoutePlanner routes(Optional<OutboundProxy> proxy) {
        return proxy.<HttpRoutePlanner>map(known -> new DefaultProxyRoutePlanner(known.host()))
                .orElseGet(
                        () ->
                                new RememberedRoute(
                                        new SystemDefaultRoutePlanner(null), ROUTE_LIFETIME));
    }

    HttpGet token(OfficialAccount account, String code) {
        return question(
                "/sns/oauth2/access_token?appid=",
                account.appId(),
                "&secret=",
                account.secret(),
                "&code=",
                code,
                "&grant_type=",
                "authorization_code");
    }

    HttpGet userinfo(String accessToken, String openid, String lang) {
        return question(
                "/sns/userinfo?access_token=", accessToken, "&openid=", openid, "&lang=", lang);
    }

    /**
     * @param parts by turns what is sent as it is, and a value that is encoded
     */
    private HttpGet question(String... parts) {
        var address = new StringBuilder(512).append(base);
        for (int i = 0; i < parts.length; i += 2) {
            address.append(parts[i]).append(URLEncoder.encode(parts[i + 1], UTF_8));
        }
        return new HttpGet(address.toString());
    }

    /**
     * Sends one request. {@link HttpGet#cancel} ends it, whatever it is waiting for.
     *
     * @throws IOException when WeChat is unreachable, or its answer breaks off
     * @throws WeChatAnswer.Unreadable when the answer is not a JSON object of a reasonable size
     */
    WeChatAnswer ask(HttpGet question) throws IOException {
        var response = client.executeOpen(host, question, OutboundHttp.context(proxy));
        try {
            return WeChatAnswer.of(response);
        } finally {
            // does not wait for an unread rest of the answer; a connection that was read to its end
            // is kept
            question.cancel();
            Closer.closeQuietly(response);
        }
    }

    /** Closes connections that are idle for too long. The client itself only does so when it needs one. */
    void closeIdle() {
        connections.closeIdle(MAX_IDLE);
    }

    /** Closes the client and its connections. */
    @Override
    public void close() {
        client.close(CloseMode.IMMEDIATE);
    }
}
