package com.xpkit.sociallink.address;

import com.xpkit.sociallink.platform.settings.NumericHost;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A host that every parser reads the same way: labels of ASCII letters, digits and inner hyphens, or a dotted-decimal
 * IPv4 address; in lower case.
 */
public record Host(String name) {

    private static final int MAX_LENGTH = 253;
    private static final int MAX_LABEL_LENGTH = 63;

    public static Optional<Host> read(String text) {
        if (text.length() > MAX_LENGTH || !areLabels(text)) {
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
        return !looksNumeric() || isAddress();
    }

    /** Stricter than {@link NumericHost}: no top-level domain begins with a digit. */
    private boolean looksNumeric() {
        char first = name.charAt(name.lastIndexOf('.') + 1);
        return first >= '0' && first <= '9';
    }

    private static boolean areLabels(String text) {
        int begin = 0;
        for (int dot = text.indexOf('.'); dot >= 0; dot = text.indexOf('.', begin)) {
            if (!isLabel(text, begin, dot)) {
                return false;
            }
            begin = dot + 1;
        }
        return isLabel(text, begin, text.length());
    }

    private static boolean isLabel(String text, int begin, int end) {
        if (begin == end || end - begin > MAX_LABEL_LENGTH) {
            return false;
        }
        for (int i = begin; i < end; i++) {
            char character = text.charAt(i);
            boolean isHyphenInside = character == '-' && i > begin && i < end - 1;
            if (!isHyphenInside && !AddressPart.isAsciiLetterOrDigit(character)) {
                return false;
            }
        }
        return true;
    }
}
