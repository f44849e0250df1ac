package com.xpkit.sociallink.outbound;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.util.Optional;
import org.apache.hc.client5.http.auth.UsernamePasswordCredentials;
import org.apache.hc.client5.http.impl.auth.BasicScheme;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.net.URIAuthority;

/**
 * An HTTP proxy that calls go through.
 *
 * @param host where it is; a loopback or private address is fine
 * @param login for HTTP Basic; empty when the proxy asks for none
 */
public record OutboundProxy(HttpHost host, Optional<Login> login) {

    /** Who this service is to the proxy. */
    record Login(String user, String password) {

        @Override
        public String toString() {
            return "Login";
        }
    }

    /**
     * @param text {@code http://user:password@host:port}, where user and password may be missing or
     *     percent-encoded; empty when it is anything else
     */
    static Optional<OutboundProxy> find(String text) {
        try {
            var uri = new URI(text);
            var authority = URIAuthority.create(uri.getRawAuthority());
            var isPlain =
                    uri.getRawQuery() == null
                            && uri.getRawFragment() == null
                            && "".equals(uri.getRawPath().replaceFirst("^/$", ""));
            return "http".equalsIgnoreCase(uri.getScheme()) && isPlain && isComplete(authority)
                    ? Optional.of(of(authority))
                    : Optional.empty();
        } catch (URISyntaxException | RuntimeException malformed) {
            return Optional.empty();
        }
    }

    private static boolean isComplete(URIAuthority authority) {
        return authority != null
                && !authority.getHostName().isEmpty()
                && authority.getPort() > 0
                && authority.getPort() <= 65_535;
    }

    private static OutboundProxy of(URIAuthority authority) {
        return new OutboundProxy(
                new HttpHost("http", authority.getHostName(), authority.getPort()),
                Optional.ofNullable(authority.getUserInfo()).map(OutboundProxy::login));
    }

    private static Login login(String userInfo) {
        var colon = userInfo.indexOf(':');
        return new Login(
                decoded(userInfo.substring(0, colon)), decoded(userInfo.substring(colon + 1)));
    }

    /** A plus sign means itself here. */
    private static String decoded(String part) {
        return URLDecoder.decode(part.replace("+", "%2B"), UTF_8);
    }

    /** The proxy is told at once who calls: a question back would cost each connection a second try. */
    void introduce(HttpClientContext context) {
        login.ifPresent(
                known -> {
                    var basic = new BasicScheme(UTF_8);
                    basic.initPreemptive(
                            new UsernamePasswordCredentials(
                                    known.user(), known.password().toCharArray()));
                    context.resetAuthExchange(host, basic);
                });
    }

    @Override
    public String toString() {
        return host.toHostString();
    }
}
