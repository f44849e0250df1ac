package com.xpkit.sociallink.wechat;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.xpkit.sociallink.platform.outbound.HostTls;
import com.xpkit.sociallink.platform.outbound.OutboundHttp;
import com.xpkit.sociallink.platform.outbound.OutboundProxy;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.impl.routing.DefaultProxyRoutePlanner;
import org.apache.hc.client5.http.impl.routing.SystemDefaultRoutePlanner;
import org.apache.hc.client5.http.routing.HttpRoutePlanner;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.io.Closer;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/**
 * WeChat's HTTP API in its own terms (developers.weixin.qq.com, web page authorisation). {@link WeChatAnswer} reads the
 * answers, which are JSON with the type text/plain.
 */
final class WeChatApi implements AutoCloseable {

    /** The same number as the bulkhead admits. */
    private static final int MAX_CONNECTIONS = 100;

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

    private final URI base;
    private final Optional<OutboundProxy> proxy;
    private final CloseableHttpClient client;

    /**
     * @param settings their timeout applies to connecting, and to each pause in WeChat's answer
     * @param tls for an https address
     */
    WeChatApi(WeChatSettings settings, Optional<OutboundProxy> proxy, HostTls tls) {
        base = settings.apiUrl();
        this.proxy = proxy;
        client =
                OutboundHttp.client()
                        .setConnectionManager(connections(settings, tls))
                        .setRoutePlanner(routes(proxy))
                        .build();
    }

    private static PoolingHttpClientConnectionManager connections(
            WeChatSettings settings, HostTls tls) {
        var timeout = Timeout.of(settings.timeout());
        return PoolingHttpClientConnectionManagerBuilder.create()
                .setTlsSocketStrategy(tls)
                .setMaxConnTotal(MAX_CONNECTIONS)
                .setMaxConnPerRoute(MAX_CONNECTIONS)
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
                .orElseGet(() -> new SystemDefaultRoutePlanner(null));
    }

    /**
     * @param query {@code appid}, {@code secret}, {@code code}, {@code grant_type}
     */
    HttpGet token(Map<String, String> query) {
        return question("/sns/oauth2/access_token", query);
    }

    /**
     * @param query {@code access_token}, {@code openid}, {@code lang}
     */
    HttpGet userinfo(Map<String, String> query) {
        return question("/sns/userinfo", query);
    }

    private HttpGet question(String path, Map<String, String> query) {
        return new HttpGet(
                query.entrySet().stream()
                        .map(p -> p.getKey() + "=" + URLEncoder.encode(p.getValue(), UTF_8))
                        .collect(Collectors.joining("&", base + path + "?", "")));
    }

    /**
     * Sends one request. {@link HttpGet#cancel} ends it, whatever it is waiting for.
     *
     * @throws IOException when WeChat is unreachable, or its answer breaks off
     * @throws WeChatAnswer.Unreadable when the answer is not a JSON object of a reasonable size
     */
    WeChatAnswer ask(HttpGet question) throws IOException {
        var response = client.executeOpen(null, question, OutboundHttp.context(proxy));
        try {
            return WeChatAnswer.of(response);
        } finally {
            // does not wait for an unread rest of the answer; a connection that was read to its end
            // is kept
            question.cancel();
            Closer.closeQuietly(response);
        }
    }

    /** Closes the client and its connections. */
    @Override
    public void close() {
        client.close(CloseMode.IMMEDIATE);
    }
}
