package com.xpkit.sociallink.platform.sealing;

import com.xpkit.sociallink.platform.settings.CheckedSettings;
import com.xpkit.sociallink.platform.settings.InvalidSetting;
import com.xpkit.sociallink.platform.settings.Settings;
import com.xpkit.sociallink.platform.storage.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;

/** The service's secret keys, newest first: the first one seals, all of them open. */
@ApplicationScoped
public class SecretKeys implements CheckedSettings {

    private static final String KEY = "sociallink.secret-key";
    private static final int MIN_LENGTH = 32;

    private List<String> keys;

    protected SecretKeys() {}

    @Inject
    public SecretKeys(Settings settings, Database database) {
        this(settings.find(KEY).orElseGet(() -> ownKey(database)));
    }

    SecretKeys(String text) {
        keys = Arrays.stream(text.split(",")).map(String::trim).toList();
        if (keys.isEmpty() || keys.stream().anyMatch(key -> key.length() < MIN_LENGTH)) {
            throw new InvalidSetting(
                    KEY, "needs at least " + MIN_LENGTH + " characters in each key");
        }
    }

    private static String ownKey(Database database) {
        if (!database.isOwn()) {
            throw new InvalidSetting(
                    KEY, "is missing; only a service on its own H2 database makes one for itself");
        }
        return SecretKeyFile.beside(database.directory()).readOrMake();
    }

    @Override
    public void check() {}

    List<String> newestFirst() {
        return keys;
    }
}
