package com.xpkit.sociallink.signin;

import com.xpkit.sociallink.account.ClientSecret;
import com.xpkit.sociallink.platform.settings.InvalidSetting;
import com.xpkit.sociallink.platform.settings.Settings;
import java.util.Optional;

/**
 * A client that is in the settings and not in the database.
 *
 * @param secretHash SHA-256 in hex
 */
record ConfiguredClient(String id, String secretHash) {

    /** People choose these secrets, and a short one can be guessed. */
    private static final int MIN_LENGTH = 32;

    /**
     * @param prefix of {@code .client-id} and {@code .client-secret}
     * @return empty when neither is set
     * @throws InvalidSetting when only one of them is set, or the secret is shorter than 32 characters
     */
    static Optional<ConfiguredClient> read(Settings settings, String prefix) {
        var idKey = prefix + ".client-id";
        var secretKey = prefix + ".client-secret";
        var id = settings.find(idKey);
        var hash = secret(settings, secretKey).map(ClientSecret::hash);
        if (id.isEmpty() && hash.isPresent()) {
            throw new InvalidSetting(idKey, "is missing, while " + secretKey + " is set");
        }
        if (id.isPresent() && hash.isEmpty()) {
            throw new InvalidSetting(secretKey, "is missing, while " + idKey + " is set");
        }
        return id.map(name -> new ConfiguredClient(name, hash.orElseThrow()));
    }

    private static Optional<ClientSecret> secret(Settings settings, String key) {
        var secret = settings.findSecret(key);
        if (secret.filter(text -> text.length() < MIN_LENGTH).isPresent()) {
            throw new InvalidSetting(
                    key,
                    "needs at least "
                            + MIN_LENGTH
                            + " characters, such as openssl rand -base64 32 makes");
        }
        return secret.map(ClientSecret::new);
    }

    @Override
    public String toString() {
        return "SetUpClient " + id;
    }
}
