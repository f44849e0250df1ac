package com.xpkit.sociallink.platform.sealing;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.Provider;
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
 * Seals bytes with AES-256-GCM. The layout is {@code key id (4) | salt (16) | ciphertext and tag}, in unpadded
 * base64url. Each text has its own key, HMAC-SHA256(purpose key, salt), so nonces cannot collide, however many flows a
 * key seals. The key's id is authenticated with the text, and so is the row's id if a row of the database holds the
 * text.
 */
@ApplicationScoped
public class Seal {

    private static final int ID = 4;
    private static final int SALT = 16;
    private static final int TAG_BITS = 128;
    private static final String NO_ROW = "";
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String AES = "AES/GCM/NoPadding";

    /** Without a provider, the JDK would search all of them for each text and try them with its key. */
    private static final Provider AES_PROVIDER = provider();

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

    private static Provider provider() {
        try {
            return Cipher.getInstance(AES).getProvider();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Seals a text that no row of the database holds, with the newest key. */
    public String seal(Purpose purpose, byte[] plain) {
        return seal(purpose, NO_ROW, plain);
    }

    /**
     * Seals with the newest key.
     *
     * @param row the id of the row that holds the text: moved to another row, it does not open
     */
    public String seal(Purpose purpose, String row, byte[] plain) {
        var key = keys.get(purpose).get(0);
        var salt = new byte[SALT];
        RANDOM.nextBytes(salt);
        var sealed = crypt(Cipher.ENCRYPT_MODE, new Once(key, salt, row), plain, 0);
        var text = ByteBuffer.allocate(ID + SALT + sealed.length);
        text.put(key.id()).put(salt).put(sealed);
        return encoded(text.array());
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Empty when the text was not sealed here for this purpose, or with a key that is no longer known. */
    public Optional<byte[]> open(Purpose purpose, String sealed) {
        return open(purpose, NO_ROW, sealed);
    }

    /**
     * Empty when the text was not sealed here for this purpose and row, or with a key that is no longer known.
     *
     * @param row the id of the row that holds the text
     */
    public Optional<byte[]> open(Purpose purpose, String row, String sealed) {
        return decoded(sealed)
                .flatMap(bytes -> keyOf(purpose, bytes).flatMap(key -> opened(key, row, bytes)));
    }

    /** Whether the newest key sealed it; otherwise it must be sealed again. */
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
                    .filter(bytes -> bytes.length >= ID + SALT + TAG_BITS / 8)
                    // the decoder ignores spare bits of the last character, so several texts would
                    // decode to the same
                    // seal
                    .filter(bytes -> encoded(bytes).equals(sealed));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    private Optional<PurposeKey> keyOf(Purpose purpose, byte[] sealed) {
        var id = Arrays.copyOf(sealed, ID);
        return keys.get(purpose).stream().filter(key -> Arrays.equals(key.id(), id)).findFirst();
    }

    private static Optional<byte[]> opened(PurposeKey key, String row, byte[] sealed) {
        try {
            var salt = Arrays.copyOfRange(sealed, ID, ID + SALT);
            var once = new Once(key, salt, row);
            return Optional.of(crypt(Cipher.DECRYPT_MODE, once, sealed, ID + SALT));
        } catch (IllegalStateException tampered) {
            return Optional.empty();
        }
    }

    /** The key material of one text. The purpose is in the key. */
    private record Once(PurposeKey of, byte[] salt, String row) {

        SecretKeySpec key() throws GeneralSecurityException {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(of.secret());
            return new SecretKeySpec(mac.doFinal(salt), "AES");
        }
    }

    private static byte[] crypt(int mode, Once once, byte[] input, int from) {
        try {
            var cipher = Cipher.getInstance(AES, AES_PROVIDER);
            // the key is used once, so a constant nonce is safe
            cipher.init(mode, once.key(), new GCMParameterSpec(TAG_BITS, new byte[12]));
            cipher.updateAAD(once.of().id());
            cipher.updateAAD(once.row().getBytes(UTF_8));
            return cipher.doFinal(input, from, input.length - from);
        } catch (GeneralSecurityException refused) {
            throw new IllegalStateException(refused);
        }
    }
}
