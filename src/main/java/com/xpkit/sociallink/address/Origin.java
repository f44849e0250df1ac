package com.xpkit.sociallink.address;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Scheme, host and effective port: what a browser calls an origin. */
record Origin(String scheme, Host host, int port) {

    private static final Pattern PORT = Pattern.compile("[1-9][0-9]{0,4}");
    private static final int MAX_PORT = 65_535;

    /**
     * @param scheme {@code http} or {@code https}
     * @param port as written, without its colon; null for the scheme's default
     */
    static Optional<Origin> read(String scheme, String host, String port) {
        Optional<Integer> effective =
                port == null ? Optional.of(defaultPort(scheme)) : readPort(port);
        return effective.flatMap(
                number -> Host.read(host).map(name -> new Origin(scheme, name, number)));
    }

    static Optional<Integer> readPort(String text) {
        return Optional.of(text)
                .filter(digits -> PORT.matcher(digits).matches())
                .map(Integer::valueOf)
                .filter(number -> number <= MAX_PORT);
    }

    /** The port as an address contains it: with its colon, or empty if it is the default. */
    String portSuffix() {
        return port == defaultPort(scheme) ? "" : ":" + port;
    }

    /** The same origin with each host above this one, nearest first. */
    Stream<Origin> parents() {
        return host.parents().map(parent -> new Origin(scheme, parent, port));
    }

    @Override
    public String toString() {
        return scheme + "://" + host.name() + portSuffix();
    }

    private static int defaultPort(String scheme) {
        return scheme.equals("https") ? 443 : 80;
    }
}
