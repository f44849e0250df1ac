package com.xpkit.sociallink.account;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;

/**
 * The secret that signs the webhooks of one client, in the format of Standard Webhooks: {@code whsec_} and the key in
 * Base64. It is derived from nothing else, so that a signature does not help to guess a login secret.
 */
public record WebhookSecret(String text) {

    private static final String PREFIX = "whsec_";
    private static final int MIN_BYTES = 24;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** 256 random bits. */
    static WebhookSecret make() {
        var key = new byte[32];
        RANDOM.nextBytes(key);
        return new WebhookSecret(PREFIX + Base64.getEncoder().encodeToString(key));
    }

    /** Empty for any other text, and for a key of fewer than 24 bytes, which the standard forbids. */
    public static Optional<WebhookSecret> of(String text) {
        try {
            return Optional.of(new WebhookSecret(text))
                    .filter(secret -> text.startsWith(PREFIX))
                    .filter(secret -> secret.key().length >= MIN_BYTES);
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    /** The key of the HMAC. */
    public byte[] key() {
        return Base64.getDecoder().decode(text.substring(PREFIX.length()));
    }

    @Override
    public String toString() {
        return "WebhookSecret";
    }
}
