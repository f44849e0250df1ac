package com.xpkit.sociallink.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

/** A case as one readable line that can be copied into a test; other characters are escaped as in Java. */
public final class Printed {

    private static final int LONGEST = 2_000;

    private Printed() {}

    public static String of(Object generated) {
        var text =
                generated instanceof byte[] bytes
                        ? new String(bytes, ISO_8859_1)
                        : String.valueOf(generated);
        var line = new StringBuilder();
        text.chars().limit(LONGEST).forEach(c -> line.append(printed((char) c)));
        return text.length() > LONGEST
                ? line + "… (" + text.length() + " characters)"
                : line.toString();
    }

    private static String printed(char c) {
        return c >= ' ' && c < 0x7f ? String.valueOf(c) : "\\u%04x".formatted((int) c);
    }
}
