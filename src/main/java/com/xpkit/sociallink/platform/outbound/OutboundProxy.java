package com.xpkit.sociallink.platform.outbound;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hc.client5.http.auth.UsernamePasswordCredentials;
import org.apache.hc.client5.http.impl.auth.BasicScheme;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.HttpHost;

/**
 * An HTTP proxy that calls go through.
 *
 * @param host its address; a loopback or private address is fine
 * @param login for HTTP Basic; empty when the proxy asks for none
 */
public record OutboundProxy(HttpHost host, Optional<Login> login) {

    /** How this service logs in to the proxy. */
    record Login(String user, String password) {

        @Override
        public String toString() {
            return "Login";
        }
    }

    private static final Pattern FORM =
            Pattern.compile(
                    "(?i)http://((?<user>([^%:@/?#\\s]|%[0-9a-f]{2})*)"
                            + ":(?<password>([^%@/?#\\s]|%[0-9a-f]{2})*)@)?"
                            + "(?<host>\\[[0-9a-f:.]+\\]|[a-z0-9._-]+):(?<port>[0-9]{1,5})/?");

    /**
     * @param text {@code http://user:password@host:port}; user and password are optional and percent-encoded; empty for
     *     anything else
     */
    static Optional<OutboundProxy> find(String text) {
        return Optional.of(FORM.matcher(text))
                .filter(Matcher::matches)
                .filter(parts -> isPort(Integer.parseInt(parts.group("port"))))
                .map(OutboundProxy::of);
    }

    private static boolean isPort(int number) {
        return number > 0 && number <= 65_535;
    }

    private static OutboundProxy of(Matcher parts) {
        var host = parts.group("host").replaceAll("[\\[\\]]", "");
        return new OutboundProxy(
                new HttpHost("http", host, Integer.parseInt(parts.group("port"))),
                Optional.ofNullable(parts.group("user"))
                        .map(user -> new Login(decoded(user), decoded(parts.group("password")))));
    }

    /** A plus sign stands for itself here. */
    private static String decoded(String part) {
        return URLDecoder.decode(part.replace("+", "%2B"), UTF_8);
    }

    /** Sends the credentials at once: waiting for a challenge would cost each connection a second attempt. */
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
