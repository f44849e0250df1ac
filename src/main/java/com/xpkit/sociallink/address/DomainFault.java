package com.xpkit.sociallink.address;

import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Explains to a person why an entry is not an {@link AllowedDomain}; it never decides that. */
enum DomainFault {
    TOO_LONG(".{254,}", "is longer than 253 characters"),
    FOREIGN(".*[^\\x00-\\x7f].*", "write it in punycode (xn--…), in ASCII only"),
    HTTPS("(?i)https://.*", "write it without https://"),
    SCHEME("(?i)(?!http://)[a-z][a-z0-9+.-]*://.*", "only http:// may stand before the host"),
    USER(".*@.*", "write it without a user name"),
    PATH("(?i)(?:http://)?+.*[/?#\\\\].*", "write it without a path, a query or a fragment"),
    ADDRESS("(?i)(?:http://)?\\*(?:\\.[0-9]+)+(?::.*)?", "an IP address takes no *"),
    WILDCARD(
            ".*\\*.*",
            "the * must be the whole first label, with at least two labels behind it,"
                    + " as in *.example.com"),
    IPV6(".*\\[.*", "IPv6 addresses are not supported"),
    PORT(".*:(?!//).*", "the port must be a number from 1 to 65535, without leading zeros"),
    HOST(".*", "is not a host name, as in app.example.com");

    private final Pattern shape;
    private final String reason;

    DomainFault(String shape, String reason) {
        this.shape = Pattern.compile(shape, Pattern.DOTALL);
        this.reason = reason;
    }

    static String of(String entry) {
        return Stream.of(values())
                .filter(fault -> fault.shape.matcher(entry).matches())
                .findFirst()
                .orElse(HOST)
                .reason;
    }
}
