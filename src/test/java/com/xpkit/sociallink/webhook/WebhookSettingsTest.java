package com.xpkit.sociallink.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.xpkit.sociallink.platform.settings.InvalidSetting;
import com.xpkit.sociallink.platform.settings.SettingsMother;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WebhookSettingsTest {

    private final WebhookSettings shipped = new WebhookSettings(SettingsMother.shipped());

    @Test
    void keepPrivateAddressesOutUnlessToldOtherwise() {
        assertThat(shipped.arePrivateAddressesAllowed()).isFalse();
        assertThat(shipped.timeout()).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void growThePausesAndEndThem() {
        var pauses = IntStream.rangeClosed(1, 8).mapToObj(shipped::pauseAfter).toList();

        assertThat(pauses.subList(0, 3))
                .extracting(Optional::orElseThrow)
                .extracting(Duration::toSeconds)
                .containsExactly(10L, 40L, 160L);
        assertThat(pauses.get(6)).contains(Duration.ofSeconds(40_960));
        assertThat(pauses.get(7)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "timeout, 10",
        "timeout, PT2H",
        "retry, -PT1S",
        "retry, PT2H",
        "private-addresses, yes"
    })
    void nameAWrongSetting(String key, String wrong) {
        var name = "sociallink.webhook." + key;

        assertThatThrownBy(() -> new WebhookSettings(SettingsMother.with(name, wrong)))
                .isInstanceOf(InvalidSetting.class)
                .hasMessageContaining(name + " ");
    }
}
