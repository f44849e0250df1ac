package com.xpkit.sociallink.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** Ids that look like WeChat's: 28 characters of [A-Za-z0-9_-], the first an o; case matters. */
final class Identity {

    private Identity() {}

    static String of(String kind, String realm, String key) {
        byte[] hash = sha256(kind + '\n' + realm + '\n' + key);
        return "o" + Base64.getUrlEncoder().encodeToString(hash).substring(0, 27);
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
