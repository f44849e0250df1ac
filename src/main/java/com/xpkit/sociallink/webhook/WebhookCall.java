package com.xpkit.sociallink.webhook;

import com.xpkit.sociallink.platform.outbound.HostTls;
import com.xpkit.sociallink.platform.outbound.OutboundHttp;
import com.xpkit.sociallink.platform.outbound.OutboundProxy;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Proxy;
import java.net.Socket;
import java.util.Optional;
import org.apache.hc.client5.http.HttpRoute;
import org.apache.hc.client5.http.RouteInfo.LayerType;
import org.apache.hc.client5.http.RouteInfo.TunnelType;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.io.BasicHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.DefaultHttpClientConnectionOperator;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.io.Closer;

/**
 * One request to one address, with its own connection and client, so that receivers share nothing.
 */
final class WebhookCall {

    static final String ENDLESS = "an answer without an end";

    /** The limit for everything that arrives on the connection, because interim answers have no limit of their own. */
    private static final int MAX_BYTES = 256 * 1024;

    private static final ManagedHttpClientConnectionFactory CONNECTIONS =
            ManagedHttpClientConnectionFactory.builder()
                    .http1Config(
                            Http1Config.custom()
                                    .setMaxLineLength(MAX_BYTES)
                                    .setMaxHeaderCount(1000)
                                    .build())
                    .build();

    private final WebhookRequest request;
    private final HttpHost address;
    private final Optional<OutboundProxy> proxy;
    private final HttpClientContext context;
    private final Socket socket = new BoundedSocket();

    /** A proxy gets the address too: otherwise it would look the host up itself. */
    WebhookCall(WebhookRequest request, InetAddress address, Optional<OutboundProxy> proxy) {
        var url = request.url();
        this.request = request;
        this.address = new HttpHost(url.scheme(), address, address.getHostAddress(), url.port());
        this.proxy = proxy;
        context = OutboundHttp.context(proxy);
    }

    WebhookAnswer answer(HostTls tls) throws IOException {
        try (var client = client(tls)) {
            var response = client.executeOpen(address, request.http(), context);
            // closing the response would read the rest of it
            socket.close();
            Closer.closeQuietly(response);
            return new WebhookAnswer(response.getCode(), retryAfter(response));
        }
    }

    /** Whether the receiver may know of the request. */
    boolean isConnected() {
        return OutboundHttp.isConnected(context);
    }

    /** Ends the call, whatever it is waiting for. */
    void end() {
        Closer.closeQuietly(socket);
    }

    private CloseableHttpClient client(HostTls tls) {
        var operator =
                new DefaultHttpClientConnectionOperator(
                        socks -> socket, null, null, scheme -> "https".equals(scheme) ? tls : null);
        return OutboundHttp.client()
                .setConnectionManager(new BasicHttpClientConnectionManager(operator, CONNECTIONS))
                .setConnectionReuseStrategy((asked, answered, context) -> false)
                .setRoutePlanner((target, context) -> route(target))
                .build();
    }

    /** Uses a tunnel even without TLS: a proxy that reads the request would connect by its host. */
    private HttpRoute route(HttpHost target) {
        var url = request.url();
        return proxy.map(
                        known ->
                                new HttpRoute(
                                        target,
                                        url.named(),
                                        null,
                                        new HttpHost[] {known.host()},
                                        url.isSecure(),
                                        TunnelType.TUNNELLED,
                                        url.isSecure() ? LayerType.LAYERED : LayerType.PLAIN))
                .orElseGet(() -> new HttpRoute(target, url.named(), null, url.isSecure()));
    }

    private static Optional<String> retryAfter(ClassicHttpResponse response) {
        return Optional.ofNullable(response.getFirstHeader(HttpHeaders.RETRY_AFTER))
                .map(Header::getValue);
    }

    /** A socket that ignores the JVM's own proxy and limits the incoming data. */
    private static final class BoundedSocket extends Socket {

        BoundedSocket() {
            super(Proxy.NO_PROXY);
        }

        @Override
        public InputStream getInputStream() throws IOException {
            return new Bounded(super.getInputStream());
        }
    }

    private static final class Bounded extends FilterInputStream {

        private int left = MAX_BYTES;

        Bounded(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            if (left <= 0) {
                throw new WebhookFailure(ENDLESS);
            }
            var read = super.read(bytes, offset, Math.min(length, left));
            left -= Math.max(0, read);
            return read;
        }
    }
}
