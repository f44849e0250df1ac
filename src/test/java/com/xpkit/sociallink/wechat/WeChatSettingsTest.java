package com.xpkit.sociallink.wechat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.xpkit.sociallink.platform.settings.InvalidSetting;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WeChatSettingsTest {

    @Test
    void pointsToTheRealWeChatUnlessToldOtherwise() {
        var shipped = WeChatSettingsMother.shipped();

        assertThat(shipped.openUrl()).isEqualTo(URI.create("https://open.weixin.qq.com"));
        assertThat(shipped.apiUrl()).isEqualTo(URI.create("https://api.weixin.qq.com"));
        assertThat(shipped.timeout()).isEqualTo(Duration.ofSeconds(5));
        assertThat(shipped.lang()).isEqualTo("zh_CN");
        assertThat(shipped.isConnectRedirectSent()).isTrue();
        assertThat(shipped.areSnapshotUsersAccepted()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Mozilla/5.0 MicroMessenger/8.0.49", "micromessenger", "MICROMESSENGER/1"})
    void knowsWeChatsBrowserWhateverTheCase(String agent) {
        assertThat(WeChatSettingsMother.shipped().isWeChat(agent)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Mozilla/5.0 Safari/605.1.15", "micro messenger"})
    void knowsOthersToo(String agent) {
        assertThat(WeChatSettingsMother.shipped().isWeChat(agent)).isFalse();
    }

    @Test
    void treatsABrowserWithoutANameAsAnother() {
        assertThat(WeChatSettingsMother.shipped().isWeChat(null)).isFalse();
    }

    @Test
    void comparesAConfiguredWordInAnyCaseToo() {
        var settings = WeChatSettingsMother.with("user-agent", "WxWork");

        assertThat(settings.isWeChat("x wxwork/4.1")).isTrue();
        assertThat(settings.isWeChat("MicroMessenger")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "open-url, weixin",
        "api-url, https://api.weixin.qq.com?x",
        "user-agent, ''",
        "connect-redirect, 1",
        "lang, de",
        "timeout, 5s",
        "snapshot-users, yes"
    })
    void namesAWrongSetting(String key, String wrong) {
        assertThatThrownBy(() -> WeChatSettingsMother.with(key, wrong))
                .isInstanceOf(InvalidSetting.class)
                .hasMessageContaining("sociallink.wechat." + key + " ");
    }
}
