package com.xpkit.sociallink.warmup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.xpkit.sociallink.platform.settings.InvalidSetting;
import com.xpkit.sociallink.platform.settings.SettingsMother;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WarmUpSettingsTest {

    @Test
    void leaveTheWarmUpOutUnlessAnAddressIsGiven() {
        assertThat(new WarmUpSettings(SettingsMother.shipped()).url()).isEmpty();
    }

    @Test
    void nameTheAddressAndTheTime() {
        var settings = with("sociallink.warm-up.url", "http://127.0.0.1:8080/");

        assertThat(settings.url()).contains(URI.create("http://127.0.0.1:8080"));
        assertThat(settings.time()).isEqualTo(Duration.ofSeconds(20));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT5M1S", "PT0S", "20"})
    void refuseATimeThatIsTooLongOrNone(String time) {
        assertThatThrownBy(() -> with("sociallink.warm-up.time", time))
                .isInstanceOf(InvalidSetting.class)
                .hasMessageContaining("sociallink.warm-up.time");
    }

    @Test
    void refuseWhatIsNoAddress() {
        assertThatThrownBy(() -> with("sociallink.warm-up.url", "127.0.0.1:8080"))
                .isInstanceOf(InvalidSetting.class)
                .hasMessageContaining("sociallink.warm-up.url");
    }

    private static WarmUpSettings with(String key, String value) {
        return new WarmUpSettings(SettingsMother.with(key, value));
    }
}
