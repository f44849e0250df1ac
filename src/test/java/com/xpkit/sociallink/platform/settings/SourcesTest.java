package com.xpkit.sociallink.platform.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.eclipse.microprofile.config.spi.ConfigProviderResolver;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.junit.jupiter.api.Test;

class SourcesTest {

    private static final String KEY = "sociallink.any";

    @Test
    void knowNothingOfASettingThatIsNowhere() {
        assertThat(sources(new Given(Map.of("another", "a"))).find(KEY)).isEmpty();
    }

    @Test
    void preferTheHigherOrdinal() {
        var low = new Given(Map.of(KEY, "low", "config_ordinal", "150"));
        var high = new Given(Map.of(KEY, "high", "config_ordinal", "250"));

        assertThat(sources(low, high).find(KEY)).contains("high");
    }

    @Test
    void leaveABlankValueBlankThoughALowerSourceHasOne() {
        var low = new Given(Map.of(KEY, "low", "config_ordinal", "150"));
        var blank = new Given(Map.of(KEY, "", "config_ordinal", "250"));

        assertThat(sources(low, blank).find(KEY)).contains("");
    }

    @Test
    void preferTheProfilesValueInOneSource() {
        var both = Map.of(KEY, "plain", "%prod." + KEY, "$$of the profile");

        assertThat(sources(new Given(both)).find(KEY)).contains("plain");
        assertThat(sources(new Given(both), profile("prod")).find(KEY))
                .contains("$$of the profile");
        assertThat(sources(new Given(both), profile("dev")).find(KEY)).contains("plain");
    }

    @Test
    void preferAHigherSourceToTheProfileOfALower() {
        var low = new Given(Map.of("%prod." + KEY, "profile", "config_ordinal", "150"));
        var high = new Given(Map.of(KEY, "high", "config_ordinal", "250"));

        assertThat(sources(low, high, profile("prod")).find(KEY)).contains("high");
    }

    private static ConfigSource profile(String name) {
        return new Given(Map.of("mp.config.profile", name));
    }

    private static Sources sources(ConfigSource... all) {
        return new Sources(ConfigProviderResolver.instance().getBuilder().withSources(all).build());
    }
}
