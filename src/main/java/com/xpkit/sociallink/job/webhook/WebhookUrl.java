package com.xpkit.sociallink.job.webhook;

import com.xpkit.sociallink.api.InvalidFields;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** The address of a webhook, as far as it can be judged without looking up its host. */
record WebhookUrl(URI uri) {

    private static final int LONGEST = 2000;
    private static final Pattern IPV4 = Pattern.compile("[0-9.]+");

    /**
     * @throws InvalidFields naming {@code webhook_url} when nothing can be called there
     */
    static WebhookUrl parse(String text) {
        try {
            var uri = new URI(text);
            refuseIf(text.length() > LONGEST, "is longer than " + LONGEST + " characters");
            refuseIf(!isHttp(uri) || uri.getHost() == null, "must be an http or https address");
            refuseIf(uri.getPort() == 0 || uri.getPort() > 65_535, "has an impossible port");
            refuseIf(uri.getRawUserInfo() != null, "must not hold a user or a password");
            refuseIf(uri.getRawFragment() != null, "must not have a fragment");
            return new WebhookUrl(uri);
        } catch (URISyntaxException malformed) {
            throw refusal("must be an http or https address");
        }
    }

    private static boolean isHttp(URI uri) {
        return "http".equalsIgnoreCase(uri.getScheme())
                || "https".equalsIgnoreCase(uri.getScheme());
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
     * @throws InvalidFields when the address itself says that it is not public; of most only their host's
     *     look-up tells
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

    /** In lower case, an IPv6 address without its brackets. */
    String host() {
        return uri.getHost().toLowerCase(Locale.ROOT).replaceAll("[\\[\\]]", "");
    }

    boolean hasLiteralHost() {
        return host().contains(":") || IPV4.matcher(host()).matches();
    }

    int port() {
        return uri.getPort() >= 0 ? uri.getPort() : isSecure() ? 443 : 80;
    }

    /** What the request's {@code Host} says. */
    String authority() {
        return uri.getPort() >= 0 ? uri.getHost() + ":" + uri.getPort() : uri.getHost();
    }

    /** What the request asks for: path and query, ASCII, never empty. */
    String target() {
        var ascii = URI.create(uri.toASCIIString());
        var path = ascii.getRawPath().isEmpty() ? "/" : ascii.getRawPath();
        return ascii.getRawQuery() == null ? path : path + "?" + ascii.getRawQuery();
    }

    /** The query may hold the receiver's secrets. */
    @Override
    public String toString() {
        return host();
    }
}
