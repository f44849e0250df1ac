package com.xpkit.sociallink.kernel.quota;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.xpkit.sociallink.platform.settings.InvalidSetting;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuotaSettingsTest {

    @Test
    void areRealAsTheyAreShipped() {
        var shipped = QuotaMother.shipped();

        assertThat(
                        Stream.of(
                                shipped.jobs(),
                                shipped.webhooks(),
                                shipped.apps(),
                                shipped.configurations(),
                                shipped.domains(),
                                shipped.bytes()))
                .extracting(Quota::max)
                .containsExactly(1_000L, 10_000L, 100L, 100L, 1_000L, 10L << 30);
    }

    @Test
    void takeZeroForAnyNumber() {
        var settings = QuotaMother.with("jobs", "0", "bytes", "0");

        assertThat(settings.jobs().max()).isZero();
        assertThat(settings.bytes().max()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "jobs, -1",
        "apps, many",
        "domains, 1000001",
        "bytes, 1000000000000001",
        "bytes, 10G"
    })
    void refuseWhatIsNotAQuota(String name, String value) {
        assertThatThrownBy(() -> QuotaMother.with(name, value))
                .isInstanceOf(InvalidSetting.class)
                .hasMessageContaining("sociallink.quotas." + name);
    }
}
