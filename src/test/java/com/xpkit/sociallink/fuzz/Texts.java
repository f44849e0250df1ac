package com.xpkit.sociallink.fuzz;

import java.util.List;

/** Ordinary and hostile texts, and texts that were tampered with. */
public final class Texts {

    private static final List<String> PIECES =
            List.of(
                    "a",
                    "Z",
                    "0",
                    "-",
                    "_",
                    ".",
                    " ",
                    "é",
                    "中",
                    "İ",
                    "ß",
                    "ſ",
                    "Ω",
                    "\ud83d\ude00",
                    "e\u0301",
                    "\ufb01",
                    "%",
                    "!",
                    "'",
                    "\"",
                    "\\",
                    "/",
                    "|",
                    ",",
                    ";",
                    "<",
                    "{",
                    "}",
                    "[",
                    "]",
                    "$",
                    "?",
                    "*",
                    "&",
                    "=",
                    "+",
                    "#",
                    "@",
                    ":",
                    "__",
                    "..",
                    "--",
                    "\t",
                    "\n",
                    "\r",
                    "\u0001",
                    "\u007f",
                    "\u0085",
                    "\u00a0",
                    "\u00ad",
                    "\u200b",
                    "\u202e",
                    "\u2028",
                    "\ufeff",
                    "\ufffd",
                    "\uffff",
                    "\udbff\udfff",
                    "' or '1'='1",
                    "${jndi:ldap://127.0.0.1/}",
                    "%00",
                    "%c0%af",
                    "{{7*7}}",
                    "null",
                    "NaN");

    /** NUL and halves of surrogate pairs. */
    private static final List<String> IN_NO_TEXT = List.of("\u0000", "\ud83d", "\ude00");

    private static final int[] LENGTHS = {0, 1, 2, 5, 20};
    private static final int[] REPEATS = {2, 3, 10, 64, 255, 256, 1_000};

    private Texts() {}

    public static String any(Choices choices) {
        var text = new StringBuilder();
        var pieces = LENGTHS[choices.below(LENGTHS.length)];
        for (int i = 0; i < pieces; i++) {
            text.append(choices.of(PIECES));
        }
        return choices.once(15) ? text.append(choices.of(IN_NO_TEXT)).toString() : text.toString();
    }

    /** One piece, repeated often enough to exceed a column or a limit. */
    public static String longOne(Choices choices) {
        return choices.of(PIECES).repeat(REPEATS[choices.below(REPEATS.length)]);
    }

    /** A text that was changed in up to three places, or not at all. */
    public static String tampered(Choices choices, String text) {
        var changed = text;
        for (int i = choices.below(4); i > 0; i--) {
            changed = changedOnce(choices, changed);
        }
        return changed;
    }

    private static String changedOnce(Choices choices, String text) {
        var from = choices.below(text.length() + 1);
        var to = Math.min(text.length(), from + choices.below(8));
        var before = text.substring(0, from);
        var between = text.substring(from, to);
        var after = text.substring(to);
        return switch (choices.below(7)) {
            case 0 -> before + after;
            case 1 -> before + between + between + after;
            case 2 -> before + any(choices) + after;
            case 3 -> before;
            case 4 -> after + before;
            case 5 -> before + between.toUpperCase(java.util.Locale.ROOT) + after;
            default -> before + between.repeat(REPEATS[choices.below(REPEATS.length)]) + after;
        };
    }
}
