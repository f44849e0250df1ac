package com.xpkit.sociallink.platform.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.xpkit.sociallink.platform.settings.InvalidSetting;
import com.xpkit.sociallink.platform.settings.SettingsMother;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CorsSettingsTest {

    @Test
    void allowsNobodyUnlessToldOtherwise() {
        var shipped = new CorsSettings(SettingsMother.shipped());

        assertThat(shipped.allow("https://admin.example.com")).isFalse();
        assertThat(shipped.allow(null)).isFalse();
        assertThat(shipped.allow("")).isFalse();
    }

    @Test
    void allowsExactlyTheOriginsThatAreNamed() {
        var settings = with("https://a.example.com , http://localhost:3000");

        assertThat(settings.allow("https://a.example.com")).isTrue();
        assertThat(settings.allow("http://localhost:3000")).isTrue();
        assertThat(settings.allow("http://a.example.com")).isFalse();
        assertThat(settings.allow("https://a.example.com:8443")).isFalse();
        assertThat(settings.allow("https://evil.a.example.com")).isFalse();
        assertThat(settings.allow("null")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "https://Admin.Example.com, https://admin.example.com",
        "https://admin.example.com:443, https://admin.example.com",
        "http://admin.example.com:80, http://admin.example.com",
        "http://admin_pages:3000, http://admin_pages:3000"
    })
    void allowsAnOriginAsBrowsersSendIt(String named, String sent) {
        assertThat(with(named).allow(sent)).isTrue();
    }

    @Test
    void namesAnOriginBeyondAscii() {
        assertThatThrownBy(() -> with("https://a.example.com,https://例え.jp"))
                .isInstanceOf(InvalidSetting.class)
                .hasMessageContaining("sociallink.cors.origins")
                .hasMessageContaining("Punycode");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*",
                "null",
                "https://*.example.com",
                "a.example.com",
                "https://a.example.com/",
                "https://a.example.com/path",
                "https://a.example.com:65536",
                "https://me@a.example.com",
                "http://[::1]:3000"
            })
    void namesInvalidOrigins(String wrong) {
        assertThatThrownBy(() -> with(wrong))
                .isInstanceOf(InvalidSetting.class)
                .hasMessageContaining("sociallink.cors.origins");
    }

    private static CorsSettings with(String origins) {
        return new CorsSettings(SettingsMother.with("sociallink.cors.origins", origins));
    }
}
