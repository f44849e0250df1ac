package com.xpkit.sociallink.address;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.HexFormat;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Percent-encoded bytes in a text (RFC 3986, 2.1). */
final class Escapes {

    private static final Pattern RUN = Pattern.compile("(?:%\\p{XDigit}{2})++");

    private Escapes() {}

    /**
     * Whether every run of percent-encoded bytes is UTF-8. Other encodings, GBK for example, cannot be read: a decoder
     * replaces them with U+FFFD, and the address names a different page.
     */
    static boolean areUtf8(String text) {
        return RUN.matcher(text).results().map(MatchResult::group).allMatch(Escapes::isUtf8);
    }

    private static boolean isUtf8(String run) {
        try {
            UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes(run)));
            return true;
        } catch (CharacterCodingException ofAnotherEncoding) {
            return false;
        }
    }

    /** Invalid UTF-8 becomes U+FFFD; a stray percent sign stays, as in browsers. */
    static String decoded(String text) {
        return RUN.matcher(text)
                .replaceAll(run -> Matcher.quoteReplacement(new String(bytes(run.group()), UTF_8)));
    }

    private static byte[] bytes(String run) {
        return HexFormat.of().parseHex(run.replace("%", ""));
    }
}
