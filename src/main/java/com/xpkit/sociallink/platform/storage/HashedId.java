package com.xpkit.sociallink.platform.storage;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;

/**
 * A text as a key of 16 bytes: a UUID of version 8 (RFC 9562, section 5.8) with 121 bits of the text's SHA-256. Finding a
 * text with a given key takes 2<sup>121</sup> tries, and finding two texts with one key some 2<sup>60</sup>.
 *
 * <p>The bit after the variant is always set: MariaDB 11.4 refuses UUIDs of version 8 whose ninth byte is 0x80 (error 1292).
 */
public final class HashedId {

    private HashedId() {}

    public static UUID of(String text) {
        var bits = ByteBuffer.wrap(hash(text));
        return new UUID(
                bits.getLong() & 0xFFFF_FFFF_FFFF_0FFFL | 0x8000L,
                bits.getLong() >>> 3 | 0xA000_0000_0000_0000L);
    }

    /** 128 bits of the hash in 22 characters of base64url, for a column that may be null: see {@link OptionalId}. */
    public static String textOf(String text) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(Arrays.copyOf(hash(text), 16));
    }

    private static byte[] hash(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
