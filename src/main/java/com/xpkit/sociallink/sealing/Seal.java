package com.xpkit.sociallink.sealing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals bytes with AES-256-GCM. The layout is {@code key id (4) | salt (16) | ciphertext and tag}, in
 * unpadded base64url. Each text has a key of its own, HMAC-SHA256(purpose key, salt), so that no random
 * nonce can ever meet its like, however many flows a key seals.
 */
@ApplicationScoped
public class Seal {

    private static final int ID = 4;
    private static final int SALT = 16;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Map<Purpose, List<PurposeKey>> keys;

    protected Seal() {}

    @Inject
    public Seal(SecretKeys secrets) {
        keys = new EnumMap<>(Purpose.class);
        for (var purpose : Purpose.values()) {
            keys.put(
                    purpose,
                    secrets.newestFirst().stream().map(s -> PurposeKey.of(s, purpose)).toList());
        }
    }

    /** Seals with the newest key. */
    public String seal(Purpose purpose, byte[] plain) {
        var key = keys.get(purpose).get(0);
        var salt = new byte[SALT];
        RANDOM.nextBytes(salt);
        var sealed = crypt(Cipher.ENCRYPT_MODE, key, salt, plain, 0);
        var text = ByteBuffer.allocate(ID + SALT + sealed.length);
        text.put(key.id()).put(salt).put(sealed);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.array());
    }

    /** Empty when the text was not sealed here for this purpose, or with a key no longer known. */
    public Optional<byte[]> open(Purpose purpose, String sealed) {
        return decoded(sealed)
                .flatMap(bytes -> keyOf(purpose, bytes).flatMap(key -> opened(key, bytes)));
    }

    /** Whether the newest key sealed it; if not, it is due to be sealed again. */
    public boolean isSealedByNewest(Purpose purpose, String sealed) {
        var newest = keys.get(purpose).get(0);
        return decoded(sealed)
                .flatMap(bytes -> keyOf(purpose, bytes))
                .filter(newest::equals)
                .isPresent();
    }

    private static Optional<byte[]> decoded(String sealed) {
        try {
            return Optional.of(Base64.getUrlDecoder().decode(sealed))
                    .filter(bytes -> bytes.length >= ID + SALT + TAG_BITS / 8);
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    private Optional<PurposeKey> keyOf(Purpose purpose, byte[] sealed) {
        var id = Arrays.copyOf(sealed, ID);
        return keys.get(purpose).stream().filter(key -> Arrays.equals(key.id(), id)).findFirst();
    }

    private static Optional<byte[]> opened(PurposeKey key, byte[] sealed) {
        try {
            var salt = Arrays.copyOfRange(sealed, ID, ID + SALT);
            return Optional.of(crypt(Cipher.DECRYPT_MODE, key, salt, sealed, ID + SALT));
        } catch (IllegalStateException tampered) {
            return Optional.empty();
        }
    }

    private static byte[] crypt(int mode, PurposeKey key, byte[] salt, byte[] input, int from) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key.secret());
            var once = new SecretKeySpec(mac.doFinal(salt), "AES");
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            // the key is used once, so a constant nonce is safe
            cipher.init(mode, once, new GCMParameterSpec(TAG_BITS, new byte[12]));
            cipher.updateAAD(key.id());
            return cipher.doFinal(input, from, input.length - from);
        } catch (GeneralSecurityException refused) {
            throw new IllegalStateException(refused);
        }
    }
}
