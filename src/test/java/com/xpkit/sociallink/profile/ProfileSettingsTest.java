package com.xpkit.sociallink.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.xpkit.sociallink.platform.settings.InvalidSetting;
import com.xpkit.sociallink.platform.settings.SettingsMother;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProfileSettingsTest {

    @Test
    void hasLimitsOfItsOwn() {
        var settings = new ProfileSettings(SettingsMother.shipped());

        assertThat(settings.maxValues()).isEqualTo(1_000);
        assertThat(settings.maxProfiles()).isEqualTo(5_000);
    }

    @Test
    void boundsMergesAndDocuments() {
        var settings = new ProfileSettings(SettingsMother.shipped());

        assertThat(settings.maxMergedValues()).isEqualTo(10_000);
        assertThat(settings.maxMergeBytes()).isEqualTo(2_097_152);
        assertThat(settings.maxDocumentLength()).isEqualTo(1_048_576);
    }

    @Test
    void takesWhatIsConfigured() {
        var few = SettingsMother.with("sociallink.limits.values", "7");
        var many = SettingsMother.with("sociallink.limits.profiles", "100000");

        assertThat(new ProfileSettings(few).maxValues()).isEqualTo(7);
        assertThat(new ProfileSettings(many).maxProfiles()).isEqualTo(100_000);
    }

    @ParameterizedTest
    @CsvSource({
        "sociallink.limits.values, 0",
        "sociallink.limits.values, 100001",
        "sociallink.limits.values, many",
        "sociallink.limits.profiles, 0",
        "sociallink.limits.profiles, 100001",
        "sociallink.limits.profiles, ''",
        "sociallink.limits.merge, 9",
        "sociallink.limits.merge, 1000001",
        "sociallink.limits.merge-bytes, 1023",
        "sociallink.limits.merge-bytes, 268435457"
    })
    void namesAWrongLimit(String key, String value) {
        assertThatThrownBy(() -> new ProfileSettings(SettingsMother.with(key, value)))
                .isInstanceOf(InvalidSetting.class)
                .hasMessageStartingWith("The setting " + key + " ");
    }
}
