package com.xpkit.sociallink.platform.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.xpkit.sociallink.platform.settings.InvalidSetting;
import com.xpkit.sociallink.platform.settings.SettingsMother;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CompactionSettingsTest {

    private static final String AT_START = "sociallink.h2.compact-at-start";
    private static final String RUNNING = "sociallink.h2.compact-at";

    @Test
    void areAQuarterOfAGibibyteAtTheStartAndOneWhileTheServiceRuns() {
        var shipped = new CompactionSettings(SettingsMother.shipped());

        assertThat(shipped.atStart()).isEqualTo(256L << 20);
        assertThat(shipped.running()).isEqualTo(1L << 30);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "1048575", "256M", "-1", "1099511627777"})
    void nameASizeThatIsNone(String size) {
        assertThatThrownBy(() -> with(AT_START, size))
                .isInstanceOf(InvalidSetting.class)
                .hasMessage(
                        "The setting sociallink.h2.compact-at-start must be a whole number from"
                                + " 1048576 to 1099511627776.");
    }

    @Test
    void nameALimitBelowThatOfTheStart() {
        assertThatThrownBy(() -> with(RUNNING, "200000000"))
                .isInstanceOf(InvalidSetting.class)
                .hasMessage(
                        "The setting sociallink.h2.compact-at must not be less than"
                                + " sociallink.h2.compact-at-start.");
    }

    private static CompactionSettings with(String key, String value) {
        return new CompactionSettings(SettingsMother.with(Map.of(key, value)));
    }
}
