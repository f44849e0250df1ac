package com.xpkit.sociallink.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.xpkit.sociallink.platform.settings.InvalidSetting;
import com.xpkit.sociallink.platform.settings.SettingsMother;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileSettingsTest {

    private final FileSettings shipped = new FileSettings(SettingsMother.shipped());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "robots.txt",
                "Robots.TXT",
                "ads.txt",
                "app-ads.txt",
                "security.txt",
                "favicon.txt",
                ".well-known/security.txt"
            })
    void reserveWhatSpeaksForTheHost(String name) {
        assertThat(shipped.isReserved(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"MP_verify_abc.txt", "sub/robots.txt", "robots.txt.txt", "my-ads.txt"})
    void leaveOtherNamesFree(String name) {
        assertThat(shipped.isReserved(name)).isFalse();
    }

    @Test
    void reserveNothingWhereTheSettingIsEmpty() {
        var none = new FileSettings(SettingsMother.with(FileSettings.RESERVED, ""));

        assertThat(none.isReserved("robots.txt")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"robots.txt||ads.txt", "*", "a b", "/robots.txt", "a*b"})
    void refuseWhatIsNotAName(String text) {
        assertThatThrownBy(() -> new FileSettings(SettingsMother.with(FileSettings.RESERVED, text)))
                .isInstanceOf(InvalidSetting.class)
                .hasMessageContaining(FileSettings.RESERVED);
    }
}
