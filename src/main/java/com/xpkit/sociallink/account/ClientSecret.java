package com.xpkit.sociallink.account;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/**
 * An app's secret: 256 random bits, shown once and stored as SHA-256. Slow hashing protects secrets that people choose;
 * this one cannot be guessed.
 */
public record ClientSecret(String text) {

    private static final SecureRandom RANDOM = new SecureRandom();

    static ClientSecret make() {
        var bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return new ClientSecret(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** Lower-case hex, 64 characters. */
    public String hash() {
        return HexFormat.of().formatHex(digest());
    }

    /** Compares in constant time. */
    public boolean matches(String hash) {
        return MessageDigest.isEqual(digest(), HexFormat.of().parseHex(hash));
    }

    private byte[] digest() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public String toString() {
        return "ClientSecret";
    }
}
