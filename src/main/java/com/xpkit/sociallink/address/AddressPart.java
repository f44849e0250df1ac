package com.xpkit.sociallink.address;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The parts of an address after the host, and their plain characters. In the path, the encoded characters are those
 * that a browser percent-encodes there; characters that a browser would send raw although RFC 3986 forbids them are
 * refused. After the path such characters are encoded: there they are only data, and change neither host nor path
 * (docs/adr/0023).
 */
enum AddressPart {
    PATH("/:@!$&'()*+,;=-._~", " \"<>`{}|^"),
    QUERY("/?:@!$&()*+,;=-._~[]", " \"<>'`{}|^\\%"),
    FRAGMENT("/?:@!$&'()*+,;=-._~[]", " \"<>`{}|^\\%#");

    private static final HexFormat HEX = HexFormat.of().withUpperCase();
    private static final int LAST_CONTROL = 0x9f;

    private final String plain;
    private final String encoded;

    AddressPart(String plain, String encoded) {
        this.plain = plain;
        this.encoded = encoded;
    }

    /** Path, query and fragment as they are sent on; empty when one of them is refused. */
    static Optional<String> asSent(String written) {
        // a browser drops trailing blanks
        if (written.endsWith(" ") || !Escapes.areUtf8(written)) {
            return Optional.empty();
        }
        StringBuilder sent = new StringBuilder(written.length());
        AddressPart part = PATH;
        for (int i = 0; i < written.length(); i += Character.charCount(written.codePointAt(i))) {
            int character = written.codePointAt(i);
            AddressPart next = part.after(character);
            if (next != part || part.isPlain(character) || Escapes.isEscape(written, i)) {
                sent.appendCodePoint(character);
            } else if (part.isEncoded(character)) {
                encode(character, sent);
            } else {
                return Optional.empty();
            }
            part = next;
        }
        return Optional.of(sent.toString());
    }

    private AddressPart after(int character) {
        if (character == '#') {
            return FRAGMENT;
        }
        return this == PATH && character == '?' ? QUERY : this;
    }

    private boolean isPlain(int character) {
        return isAsciiLetterOrDigit(character) || plain.indexOf(character) >= 0;
    }

    /** Unpaired surrogates are not encoded: a browser would send U+FFFD instead. */
    private boolean isEncoded(int character) {
        boolean beyondAscii = character > LAST_CONTROL;
        boolean unpaired =
                character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE;
        return encoded.indexOf(character) >= 0 || beyondAscii && !unpaired;
    }

    static boolean isAsciiLetterOrDigit(int character) {
        return character < 0x80 && Character.isLetterOrDigit(character);
    }

    private static void encode(int character, StringBuilder sent) {
        for (byte octet : Character.toString(character).getBytes(StandardCharsets.UTF_8)) {
            sent.append('%').append(HEX.toHexDigits(octet));
        }
    }
}
