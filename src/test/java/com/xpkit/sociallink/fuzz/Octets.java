package com.xpkit.sociallink.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;

/** Texts as bytes: mostly UTF-8, sometimes in another encoding or broken. */
public final class Octets {

    /** Overlong, lone continuation, cut, surrogate, above Unicode, byte order mark, NUL. */
    private static final List<String> BROKEN =
            List.of(
                    "\u00c0\u00af",
                    "\u0080",
                    "\u00e4\u00b8",
                    "\u00ed\u00a0\u0080",
                    "\u00f5\u0090\u0080\u0080",
                    "\u00ef\u00bb\u00bf",
                    "\u0000",
                    "\u00ff");

    private Octets() {}

    public static byte[] of(Choices choices, String text) {
        return switch (choices.below(20)) {
            case 17 -> text.getBytes(UTF_16);
            case 18 -> text.getBytes(ISO_8859_1);
            case 19 -> broken(choices, text);
            default -> text.getBytes(UTF_8);
        };
    }

    private static byte[] broken(Choices choices, String text) {
        // ISO-8859-1 keeps every byte
        var whole = new String(text.getBytes(UTF_8), ISO_8859_1);
        var at = choices.below(whole.length() + 1);
        return (whole.substring(0, at) + choices.of(BROKEN) + whole.substring(at))
                .getBytes(ISO_8859_1);
    }
}
