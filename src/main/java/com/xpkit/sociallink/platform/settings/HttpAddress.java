package com.xpkit.sociallink.platform.settings;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An http or https address without query and fragment. Its origin is written as browsers write it (WHATWG URL): scheme
 * and host in lower case, no default port. WeChat compares addresses the same way.
 *
 * @param path as given; empty, or begins with a slash
 */
record HttpAddress(String scheme, String host, int port, String path) {

    private static final int NO_PORT = -1;

    private static final Pattern ADDRESS =
            Pattern.compile(
                    "(?<scheme>https?)://(?<host>\\[[^]/]*]|[^/:@\\[]+)(:(?<port>[0-9]{0,9}))?(?<path>/.*)?",
                    Pattern.CASE_INSENSITIVE);

    /** DNS names, and names with underscores, which container networks use. */
    private static final Pattern HOST =
            Pattern.compile(
                    "[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?(\\.[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?)*\\.?");

    /** Empty for anything else; hosts beyond ASCII are kept as they are. */
    static Optional<HttpAddress> of(String text) {
        var parts = ADDRESS.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        var scheme = parts.group("scheme").toLowerCase(Locale.ROOT);
        var port = Optional.ofNullable(parts.group("port")).filter(digits -> !digits.isEmpty());
        return Optional.of(
                        new HttpAddress(
                                scheme,
                                parts.group("host").toLowerCase(Locale.ROOT),
                                port.map(Integer::valueOf).orElse(NO_PORT),
                                Optional.ofNullable(parts.group("path")).orElse("")))
                .filter(HttpAddress::isSound);
    }

    private boolean isSound() {
        return (port == NO_PORT || port > 0 && port < 65_536)
                && (isBeyondAscii() || isNumericV6() || HOST.matcher(host).matches())
                && !NumericHost.isAmbiguous(host)
                && path.chars().noneMatch(c -> c == '?' || c == '#');
    }

    boolean isBeyondAscii() {
        return host.chars().anyMatch(c -> c > 127);
    }

    /** An IPv6 address in brackets; {@link #withoutLastSlash} checks whether it is valid. */
    boolean isNumericV6() {
        return host.startsWith("[");
    }

    /** As in an {@code Origin} header. */
    String origin() {
        return scheme + "://" + host + (isDefaultPort() ? "" : ":" + port);
    }

    private boolean isDefaultPort() {
        return port == NO_PORT || port == (scheme.equals("https") ? 443 : 80);
    }

    /** Empty when the path or the IPv6 address is malformed. */
    Optional<URI> withoutLastSlash() {
        var end = path.length();
        while (end > 0 && path.charAt(end - 1) == '/') {
            end--;
        }
        try {
            return Optional.of(URI.create(origin() + path.substring(0, end)));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }
}
