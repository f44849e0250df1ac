package com.xpkit.sociallink.address;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.function.Predicate.not;

import java.net.URLEncoder;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The address to which an application wants its visitor to return. It only accepts addresses that a browser (URL
 * Standard, https://url.spec.whatwg.org) and a simple parser read the same way. It keeps the browser's spelling, with a
 * few more characters encoded after the path; see docs/adr/0003 and 0023.
 */
public final class ApplicationUri {

    private static final int MAX_LENGTH = 2_000;
    private static final Set<String> SCHEMES = Set.of("http", "https");
    private static final Set<String> OUR_NAMES = Set.of("profile_id", "error_code");

    /** A browser removes these segments, in any spelling: {@code /a/../b}, {@code /%2E/}. */
    private static final Pattern DOT_SEGMENT = Pattern.compile("/(?:\\.|%2[eE]){1,2}(?=/|\\z)");

    private final Origin origin;
    private final String path;
    private final String query;
    private final String fragment;
    private final String text;

    private ApplicationUri(Origin origin, String sent) {
        int hash = sent.indexOf('#');
        String document = hash < 0 ? sent : sent.substring(0, hash);
        int mark = document.indexOf('?');
        String written = mark < 0 ? document : document.substring(0, mark);
        this.origin = origin;
        this.path = written.isEmpty() ? "/" : written;
        this.query = mark < 0 ? null : document.substring(mark + 1);
        this.fragment = hash < 0 ? "" : sent.substring(hash);
        this.text = origin + path + (query == null ? "" : "?" + query) + fragment;
    }

    /** Empty for anything but a plain http or https address of at most 2,000 characters. */
    public static Optional<ApplicationUri> read(String text) {
        if (text == null || text.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        int colon = Math.max(0, text.indexOf("://"));
        String scheme = text.substring(0, colon).toLowerCase(Locale.ROOT);
        return SCHEMES.contains(scheme)
                ? read(scheme, text.substring(colon + 3))
                : Optional.empty();
    }

    /** {@link Host} and {@link Origin} refuse everything but a host and its port: user names, backslashes, blanks. */
    private static Optional<ApplicationUri> read(String scheme, String written) {
        int end = endOfAuthority(written);
        int colon = written.lastIndexOf(':', end - 1);
        String host = written.substring(0, colon < 0 ? end : colon);
        String port = colon < 0 ? null : written.substring(colon + 1, end);
        return Origin.read(scheme, host, port)
                .flatMap(
                        origin ->
                                AddressPart.asSent(written.substring(end))
                                        .map(sent -> new ApplicationUri(origin, sent)))
                .filter(uri -> !DOT_SEGMENT.matcher(uri.path).find())
                .filter(uri -> uri.text.length() <= MAX_LENGTH);
    }

    private static int endOfAuthority(String written) {
        int end = 0;
        while (end < written.length() && "/?#".indexOf(written.charAt(end)) < 0) {
            end++;
        }
        return end;
    }

    /** {@code http} or {@code https}. */
    public String scheme() {
        return origin.scheme();
    }

    /** In lower case, ASCII only. */
    public String host() {
        return origin.host().name();
    }

    /** The effective port: the scheme's default when the address names none. */
    public int port() {
        return origin.port();
    }

    Origin origin() {
        return origin;
    }

    /**
     * The address with this parameter at the end of its query, before its fragment. Existing {@code profile_id} and
     * {@code error_code} parameters are dropped; the rest of the query stays as it is. An address without a fragment
     * ends in a bare {@code #}: otherwise a browser would keep the fragment of the address that redirected it, WeChat's
     * (Fetch Standard, HTTP-redirect fetch). The result is ASCII and always a {@link java.net.URI}.
     */
    public String with(String name, String value) {
        String others =
                Stream.of(query == null ? new String[0] : query.split("&", -1))
                        .filter(not(ApplicationUri::isOurs))
                        .collect(Collectors.joining("&"));
        String joint = others.isEmpty() ? "?" : "?" + others + "&";
        return origin + path + joint + encode(name) + "=" + encode(value) + ownFragment();
    }

    private String ownFragment() {
        return fragment.isEmpty() ? "#" : fragment;
    }

    private static boolean isOurs(String parameter) {
        return OUR_NAMES.contains(QueryParameter.of(parameter).name());
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, UTF_8).replace("+", "%20");
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ApplicationUri uri && text.equals(uri.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    /** The address as it is sent on; {@link #read} accepts it again. */
    @Override
    public String toString() {
        return text;
    }
}
