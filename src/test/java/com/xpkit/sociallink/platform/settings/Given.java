package com.xpkit.sociallink.platform.settings;

import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.config.spi.ConfigSource;

/** A source of settings for a test; {@code config_ordinal} is its ordinal. */
record Given(Map<String, String> all) implements ConfigSource {

    @Override
    public Set<String> getPropertyNames() {
        return all.keySet();
    }

    @Override
    public String getValue(String key) {
        return all.get(key);
    }

    @Override
    public String getName() {
        return "given by the test";
    }
}
