package com.xpkit.sociallink.platform.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.Test;

class ServiceSettingsTest {

    private static final String KEY = "sociallink.service-url";

    @Test
    void isReachedOnThisMachineUnlessToldOtherwise() {
        var service = new ServiceSettings(SettingsMother.shipped());

        assertThat(service.url()).isEqualTo(URI.create("http://localhost:8080"));
        assertThat(service.isSecure()).isFalse();
    }

    @Test
    void isSecureByHttps() {
        var service = new ServiceSettings(SettingsMother.with(KEY, "https://link.example.com/"));

        assertThat(service.url()).isEqualTo(URI.create("https://link.example.com"));
        assertThat(service.isSecure()).isTrue();
    }

    @Test
    void isWrittenAsBrowsersAndWeChatWriteIt() {
        var service =
                new ServiceSettings(SettingsMother.with(KEY, "https://Link.Example.com:443/"));

        assertThat(service.url()).hasToString("https://link.example.com");
    }

    @Test
    void refusesAHostThatWeChatDoesNotTake() {
        assertThatThrownBy(
                        () ->
                                new ServiceSettings(
                                        SettingsMother.with(KEY, "https://my_link.example.com")))
                .isInstanceOf(InvalidSetting.class)
                .hasMessage(
                        "The setting sociallink.service-url names a host with an underscore, which"
                                + " WeChat takes for no domain.");
    }

    @Test
    void namesAWrongServiceUrl() {
        assertThatThrownBy(() -> new ServiceSettings(SettingsMother.with(KEY, "link")))
                .isInstanceOf(InvalidSetting.class)
                .hasMessageContaining(KEY);
    }
}
