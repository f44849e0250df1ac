package com.xpkit.sociallink.address;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.HexFormat;

/** Percent-encoded bytes in a text (RFC 3986, 2.1). A run is a number of them without anything in between. */
final class Escapes {

    private static final int LENGTH = 3;

    private Escapes() {}

    /**
     * Whether every run of percent-encoded bytes is UTF-8. Other encodings, GBK for example, cannot be read: a decoder
     * replaces them with U+FFFD, and the address names a different page.
     */
    static boolean areUtf8(String text) {
        int end;
        for (int at = begin(text, 0); at >= 0; at = begin(text, end)) {
            end = end(text, at);
            if (!isUtf8(bytes(text, at, end))) {
                return false;
            }
        }
        return true;
    }

    /** Invalid UTF-8 becomes U+FFFD; a stray percent sign stays, as in browsers. */
    static String decoded(String text) {
        int begin = begin(text, 0);
        if (begin < 0) {
            return text;
        }
        StringBuilder decoded = new StringBuilder(text.length());
        int end = 0;
        for (int at = begin; at >= 0; at = begin(text, end)) {
            decoded.append(text, end, at);
            end = end(text, at);
            decoded.append(new String(bytes(text, at, end), UTF_8));
        }
        return decoded.append(text, end, text.length()).toString();
    }

    /** Where the next run begins, or -1. */
    private static int begin(String text, int from) {
        int at = text.indexOf('%', from);
        while (at >= 0 && !isEscape(text, at)) {
            at = text.indexOf('%', at + 1);
        }
        return at;
    }

    /** Where the run ends that begins there. */
    private static int end(String text, int begin) {
        int end = begin;
        while (isEscape(text, end)) {
            end += LENGTH;
        }
        return end;
    }

    /** Whether a percent-encoded byte is there. */
    static boolean isEscape(String text, int at) {
        return at + 2 < text.length()
                && text.charAt(at) == '%'
                && HexFormat.isHexDigit(text.charAt(at + 1))
                && HexFormat.isHexDigit(text.charAt(at + 2));
    }

    private static byte[] bytes(String text, int begin, int end) {
        byte[] bytes = new byte[(end - begin) / LENGTH];
        for (int i = 0; i < bytes.length; i++) {
            int digits = begin + i * LENGTH + 1;
            bytes[i] = (byte) HexFormat.fromHexDigits(text, digits, digits + 2);
        }
        return bytes;
    }

    private static boolean isUtf8(byte[] run) {
        return isAscii(run) || isDecodable(run);
    }

    private static boolean isAscii(byte[] run) {
        for (byte octet : run) {
            if (octet < 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean isDecodable(byte[] run) {
        try {
            UTF_8.newDecoder().decode(ByteBuffer.wrap(run));
            return true;
        } catch (CharacterCodingException ofAnotherEncoding) {
            return false;
        }
    }
}
