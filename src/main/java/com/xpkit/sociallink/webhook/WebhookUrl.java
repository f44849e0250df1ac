package com.xpkit.sociallink.webhook;

import com.xpkit.sociallink.platform.error.InvalidFields;
import com.xpkit.sociallink.platform.settings.NumericHost;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.hc.core5.net.Host;
import org.apache.hc.core5.net.NamedEndpoint;

/**
 * The address of a webhook, checked as far as possible without looking up its host.
 *
 * @param statedHost as written
 * @param statedPort -1 when there is none
 */
record WebhookUrl(URI uri, String statedHost, int statedPort) {

    private static final int MAX_LENGTH = 2000;
    private static final int FIRST_UNPRIVILEGED_PORT = 1024;

    /**
     * Names with an underscore, which DNS accepts and {@link URI} does not. As in URI, the last label must not begin
     * with a digit: some readers take 127.1 and 0x7f.0.0.1 for addresses.
     */
    private static final Pattern UNDERSCORED =
            Pattern.compile(
                    "(?i)(?<host>([a-z0-9_]([a-z0-9_-]*[a-z0-9_])?\\.)*"
                            + "[a-z_]([a-z0-9_-]*[a-z0-9_])?\\.?)"
                            + "(:(?<port>[0-9]{1,5})?)?");

    /**
     * @throws InvalidFields naming {@code webhook_url} when it cannot be called
     */
    static WebhookUrl parse(String text) {
        try {
            var uri = new URI(text);
            refuseIf(text.length() > MAX_LENGTH, "is longer than " + MAX_LENGTH + " characters");
            refuseIf(
                    !isHttp(uri) || uri.getRawAuthority() == null,
                    "must be an http or https address");
            refuseIf(uri.getRawAuthority().contains("@"), "must not hold a user or a password");
            refuseIf(uri.getRawFragment() != null, "must not have a fragment");
            var url = of(uri);
            refuseIf(
                    NumericHost.isAmbiguous(url.host()),
                    "must have a name for its host, or an IPv4 address of four decimal numbers without"
                            + " leading zeros");
            refuseIf(!url.hasUsablePort(), "must have port 80, 443, or one from 1024 to 65535");
            return url;
        } catch (URISyntaxException malformed) {
            throw refusal("must be an http or https address");
        }
    }

    private static boolean isHttp(URI uri) {
        return "http".equalsIgnoreCase(uri.getScheme())
                || "https".equalsIgnoreCase(uri.getScheme());
    }

    private static WebhookUrl of(URI uri) {
        if (uri.getHost() != null) {
            return new WebhookUrl(uri, uri.getHost(), uri.getPort());
        }
        var underscored = UNDERSCORED.matcher(uri.getRawAuthority());
        refuseIf(
                !underscored.matches(),
                "must have a host of letters, digits, hyphens, underscores and dots");
        return new WebhookUrl(uri, underscored.group("host"), port(underscored.group("port")));
    }

    private static int port(String digits) {
        return digits == null ? -1 : Integer.parseInt(digits);
    }

    private static void refuseIf(boolean isFaulty, String reason) {
        if (isFaulty) {
            throw refusal(reason);
        }
    }

    private static InvalidFields refusal(String reason) {
        return new InvalidFields(Map.of("webhook_url", reason));
    }

    /**
     * @throws InvalidFields when the address itself is not public; for most addresses only looking up the host shows
     *     that
     */
    void mustLookPublic() {
        var isLocal = host().matches("(.*\\.)?localhost\\.?");
        refuseIf(isLocal || isPrivateLiteral(), "must be a public address");
    }

    private boolean isPrivateLiteral() {
        try {
            return hasLiteralHost() && !PublicAddresses.hold(InetAddress.getByName(host()));
        } catch (UnknownHostException notALiteral) {
            return true;
        }
    }

    boolean isSecure() {
        return "https".equalsIgnoreCase(uri.getScheme());
    }

    String scheme() {
        return isSecure() ? "https" : "http";
    }

    /** In lower case; an IPv6 address has no brackets. */
    String host() {
        return statedHost.toLowerCase(Locale.ROOT).replaceAll("[\\[\\]]", "");
    }

    boolean hasLiteralHost() {
        return host().contains(":") || NumericHost.isIpv4(host());
    }

    /** All other ports are for mail, shells and similar services, which a webhook must not reach. */
    private boolean hasUsablePort() {
        return port() == 80
                || port() == 443
                || port() >= FIRST_UNPRIVILEGED_PORT && port() <= 65_535;
    }

    int port() {
        return statedPort >= 0 ? statedPort : isSecure() ? 443 : 80;
    }

    /** The value of the {@code Host} header. */
    String authority() {
        return statedPort >= 0 ? statedHost + ":" + statedPort : statedHost;
    }

    /** The name that the certificate must have, whatever the address. */
    NamedEndpoint named() {
        return new Host(host(), port());
    }

    /** The target of the request: path and query, ASCII, never empty. */
    String target() {
        var ascii = URI.create(uri.toASCIIString());
        var path = ascii.getRawPath().isEmpty() ? "/" : ascii.getRawPath();
        return ascii.getRawQuery() == null ? path : path + "?" + ascii.getRawQuery();
    }

    /** Leaves out the query, which may contain the receiver's secrets. */
    @Override
    public String toString() {
        return host();
    }
}
