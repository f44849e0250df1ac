package com.xpkit.sociallink.address;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.HexFormat;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Percent-encoded bytes in a text (RFC 3986, 2.1). */
public final class Escapes {

    private static final Pattern RUN = Pattern.compile("(?:%\\p{XDigit}{2})++");

    private Escapes() {}

    /**
     * Whether every run of escapes is UTF-8. Others, GBK for example, cannot be read: a decoder puts
     * U+FFFD in their place, and the address names another page.
     */
    public static boolean areUtf8(String text) {
        return RUN.matcher(text).results().map(MatchResult::group).allMatch(Escapes::isUtf8);
    }

    private static boolean isUtf8(String run) {
        byte[] bytes = HexFormat.of().parseHex(run.replace("%", ""));
        try {
            UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException ofAnotherEncoding) {
            return false;
        }
    }
}
