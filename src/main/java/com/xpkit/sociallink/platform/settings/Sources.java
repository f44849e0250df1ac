package com.xpkit.sociallink.platform.settings;

import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.Config;

/**
 * Setting values exactly as the sources of a MicroProfile Config hold them. {@code Config.getOptionalValue} replaces
 * {@code ${…}}, {@code $$} and {@code \}, differently on each server, and on some servers getConfigValue fails before
 * it returns the raw value.
 */
record Sources(Config config) {

    /**
     * From the source with the highest ordinal that has the setting, blank or not. Within one source, a profile's value
     * comes first.
     */
    Optional<String> find(String key) {
        return StreamSupport.stream(config.getConfigSources().spliterator(), false)
                .flatMap(source -> names(key).map(source::getValue))
                .filter(Objects::nonNull)
                .findFirst();
    }

    /** MicroProfile Config 3.1, "Config Profile". */
    private Stream<String> names(String key) {
        return config.getOptionalValue("mp.config.profile", String.class)
                .map(profile -> Stream.of("%" + profile + "." + key, key))
                .orElseGet(() -> Stream.of(key));
    }
}
