package com.xpkit.sociallink.simulator;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

/** Changes to JSON that a parser may refuse. They are therefore made in its bytes. */
final class Spoiling {

    private Spoiling() {}

    static byte[] withoutMember(String name, byte[] json) {
        return bytes(text(json).replaceFirst("\"" + name + "\":\"[^\"]*\",?", ""));
    }

    static byte[] withPadding(int length, byte[] json) {
        String padding = ",\"padding\":\"" + "x".repeat(length) + "\"}";
        return bytes(text(json).replaceFirst("}$", padding));
    }

    // ISO-8859-1 keeps every byte, broken UTF-8 included
    private static String text(byte[] json) {
        return new String(json, ISO_8859_1);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(ISO_8859_1);
    }
}
