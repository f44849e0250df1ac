package com.xpkit.sociallink.address;

import com.xpkit.sociallink.platform.settings.NumericHost;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A host that every parser reads the same way: labels of ASCII letters, digits and inner hyphens, or a dotted-decimal
 * IPv4 address; in lower case.
 */
public record Host(String name) {

    private static final int MAX_LENGTH = 253;
    private static final Pattern LABEL =
            Pattern.compile("[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?");

    /** Stricter than {@link NumericHost}: no top-level domain begins with a digit. */
    private static final Pattern LOOKS_NUMERIC = Pattern.compile("(?:.*\\.)?[0-9][^.]*");

    public static Optional<Host> read(String text) {
        if (text.length() > MAX_LENGTH || !labels(text).allMatch(Host::isLabel)) {
            return Optional.empty();
        }
        return Optional.of(new Host(text.toLowerCase(Locale.ROOT))).filter(Host::isUnambiguous);
    }

    boolean isAddress() {
        return NumericHost.isIpv4(name);
    }

    /** The hosts above this one, nearest first, down to a single label. */
    Stream<Host> parents() {
        return Stream.iterate(name.indexOf('.'), dot -> dot >= 0, dot -> name.indexOf('.', dot + 1))
                .map(dot -> new Host(name.substring(dot + 1)));
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
