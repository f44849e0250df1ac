package com.xpkit.sociallink.platform.settings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.eclipse.microprofile.config.spi.ConfigProviderResolver;

/** Settings as the service ships them, except for those that a test names; those of the machine are ignored. */
public final class SettingsMother {

    private SettingsMother() {}

    /** The defaults of {@code META-INF/microprofile-config.properties}. */
    public static Settings shipped() {
        return with(Map.of());
    }

    public static Settings with(String key, String value) {
        return with(Map.of(key, value));
    }

    public static Settings with(Map<String, String> others) {
        var all = new HashMap<String, String>();
        defaults().forEach((key, value) -> all.put((String) key, (String) value));
        all.putAll(others);
        return only(all);
    }

    /** Only these settings. */
    public static Settings only(Map<String, String> all) {
        return new Settings(
                ConfigProviderResolver.instance().getBuilder().withSources(new Given(all)).build());
    }

    private static Properties defaults() {
        var properties = new Properties();
        try (var file =
                Settings.class.getResourceAsStream("/META-INF/microprofile-config.properties")) {
            properties.load(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return properties;
    }
}
