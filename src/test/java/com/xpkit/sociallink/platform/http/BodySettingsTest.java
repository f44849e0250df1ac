package com.xpkit.sociallink.platform.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.xpkit.sociallink.platform.settings.InvalidSetting;
import com.xpkit.sociallink.platform.settings.SettingsMother;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BodySettingsTest {

    @Test
    void takesAMegabyteAndAHundredLevelsUnlessToldOtherwise() {
        var settings = new BodySettings(SettingsMother.shipped());

        assertThat(settings.maxBytes()).isEqualTo(1_048_576);
        assertThat(settings.time()).isEqualTo(Duration.ofSeconds(10));
        assertThat(settings.maxDepth()).isEqualTo(100);
        assertThat(settings.maxElements()).isEqualTo(100_000);
        assertThat(settings.maxNameLength()).isEqualTo(255);
        assertThat(settings.maxPathLength()).isEqualTo(1_000);
        assertThat(settings.maxPageBytes()).isEqualTo(2_097_152);
    }

    @Test
    void takesWhatIsConfigured() {
        var settings =
                new BodySettings(
                        SettingsMother.with(
                                Map.of(
                                        "sociallink.limits.body", "67108864",
                                        "sociallink.limits.depth", "900")));

        assertThat(settings.maxBytes()).isEqualTo(67_108_864);
        assertThat(settings.maxDepth()).isEqualTo(900);
    }

    @ParameterizedTest
    @CsvSource({
        "sociallink.limits.body, 1023",
        "sociallink.limits.body, 67108865",
        "sociallink.limits.body, 1 MB",
        "sociallink.limits.body-time, PT0.9S",
        "sociallink.limits.body-time, PT10M1S",
        "sociallink.limits.body-time, 10",
        "sociallink.limits.depth, 3",
        "sociallink.limits.depth, 901",
        "sociallink.limits.depth, ''",
        "sociallink.limits.elements, 99",
        "sociallink.limits.elements, 10000001",
        "sociallink.limits.name, 31",
        "sociallink.limits.name, 1001",
        "sociallink.limits.path, 63",
        "sociallink.limits.path, 10001",
        "sociallink.limits.page, 1023",
        "sociallink.limits.page, 268435457"
    })
    void namesAWrongLimit(String key, String value) {
        assertThatThrownBy(() -> new BodySettings(SettingsMother.with(key, value)))
                .isInstanceOf(InvalidSetting.class)
                .hasMessageStartingWith("The setting " + key + " ");
    }
}
