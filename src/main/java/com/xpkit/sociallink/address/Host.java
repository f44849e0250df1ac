package com.xpkit.sociallink.address;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A host that every reader reads alike: labels of ASCII letters, digits and inner hyphens, or a
 * dotted-decimal IPv4 address; in lower case.
 */
record Host(String name) {

    private static final int LONGEST = 253;
    private static final Pattern LABEL =
            Pattern.compile("[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?");

    /** A browser takes a host that ends in a number for IPv4: {@code 127.1}, {@code app.0x7f}. */
    private static final Pattern LOOKS_NUMERIC = Pattern.compile("(?:.*\\.)?[0-9][^.]*");

    private static final String BYTE = "(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";
    private static final Pattern IPV4 = Pattern.compile(BYTE + "(?:\\." + BYTE + "){3}");

    static Optional<Host> read(String text) {
        if (text.length() > LONGEST || !labels(text).allMatch(Host::isLabel)) {
            return Optional.empty();
        }
        return Optional.of(new Host(text.toLowerCase(Locale.ROOT))).filter(Host::isUnambiguous);
    }

    boolean isAddress() {
        return IPV4.matcher(name).matches();
    }

    boolean isBelow(Host parent) {
        return name.endsWith("." + parent.name);
    }

    boolean isSingleLabel() {
        return name.indexOf('.') < 0;
    }

    private boolean isUnambiguous() {
        return isAddress() || !LOOKS_NUMERIC.matcher(name).matches();
    }

    private static Stream<String> labels(String text) {
        return Stream.of(text.split("\\.", -1));
    }

    private static boolean isLabel(String text) {
        return LABEL.matcher(text).matches();
    }
}
