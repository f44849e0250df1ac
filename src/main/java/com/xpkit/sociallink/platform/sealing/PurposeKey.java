package com.xpkit.sociallink.platform.sealing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A secret key derived for one purpose, and the public id by which a sealed text names it. */
record PurposeKey(byte[] id, SecretKeySpec secret) {

    /** HKDF (RFC 5869) with SHA-256, no salt, the purpose as info; one block is all that is needed. */
    static PurposeKey of(String secret, Purpose purpose) {
        var extracted = hmac(new byte[32], secret.getBytes(UTF_8));
        var key = hmac(extracted, info(purpose, "key"));
        var id = Arrays.copyOf(hmac(extracted, info(purpose, "id")), 4);
        return new PurposeKey(id, new SecretKeySpec(key, "HmacSHA256"));
    }

    private static byte[] info(Purpose purpose, String part) {
        return ("sociallink " + purpose + " " + part + "\u0001").getBytes(UTF_8);
    }

    private static byte[] hmac(byte[] key, byte[] message) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(message);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public String toString() {
        return "PurposeKey";
    }
}
