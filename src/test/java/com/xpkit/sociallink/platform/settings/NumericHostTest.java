package com.xpkit.sociallink.platform.settings;

import static org.assertj.core.api.Assertions.assertThat;

import com.xpkit.sociallink.address.Host;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NumericHostTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0177.0.0.1",
                "127.1",
                "127.0.0.01",
                "2130706433",
                "0x7f.0.0.1",
                "0x7f000001",
                "app.0X7f",
                "app.1",
                "127.0.0.1.",
                "256.1.1.1",
                "1.2.3.4.5",
                "0x",
                "08.8.8.8",
                "::ffff:0177.0.0.1",
                "[::ffff:127.1]"
            })
    void isAmbiguousWhereReadersDisagree(String host) {
        assertThat(NumericHost.isAmbiguous(host)).isTrue();
        assertThat(Host.read(host)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "0.0.0.0", "255.255.255.255", "8.8.8.8"})
    void isAnAddressInItsOneForm(String host) {
        assertThat(NumericHost.isIpv4(host)).isTrue();
        assertThat(NumericHost.isAmbiguous(host)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "example.com",
                "1.2.3.4.example.com",
                "3proxy",
                "0x7g",
                "localhost",
                "my_host",
                "a.1b",
                "::1",
                "::ffff:10.0.0.1",
                "[::ffff:10.0.0.1]"
            })
    void isNoneThatEndsInAName(String host) {
        assertThat(NumericHost.isIpv4(host)).isFalse();
        assertThat(NumericHost.isAmbiguous(host)).isFalse();
    }
}
