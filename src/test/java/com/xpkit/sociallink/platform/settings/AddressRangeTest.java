package com.xpkit.sociallink.platform.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressRangeTest {

    @ParameterizedTest
    @CsvSource({
        "172.16.0.0/12, 172.16.0.0, true",
        "172.16.0.0/12, 172.31.255.255, true",
        "172.16.0.0/12, 172.15.255.255, false",
        "172.16.0.0/12, 172.32.0.0, false",
        "10.0.0.0/8, 10.255.255.255, true",
        "10.0.0.0/8, 11.0.0.0, false",
        "224.0.0.0/4, 239.1.2.3, true",
        "224.0.0.0/4, 240.0.0.0, false",
        "2001::/23, 2001:1ff::1, true",
        "2001::/23, 2001:200::1, false",
        "2001::/23, 32.1.0.0, false"
    })
    void holdsWhatBeginsWithItsBits(String range, String address, boolean isIn) throws Exception {
        var ranges = AddressRange.of(range);

        assertThat(AddressRange.isIn(ranges, InetAddress.getByName(address))).isEqualTo(isIn);
    }

    @ParameterizedTest
    @CsvSource({"10.1.2.3, 10.1.2.3, true", "10.1.2.3, 10.1.2.4, false", "::1, ::1, true"})
    void mayBeOneAddress(String range, String address, boolean isIn) throws Exception {
        var found = AddressRange.find(range).orElseThrow();

        assertThat(found.holds(InetAddress.getByName(address))).isEqualTo(isIn);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/8",
                "10.0.0.0/",
                "10.0.0.0/33",
                "10.0.0.0/-1",
                "10.0.0.0/x",
                "10/8",
                "localhost",
                "proxy.example.com/32",
                "256.0.0.1",
                "1.2.3.1000",
                ".:1",
                "::1/129",
                ":",
                "a.b.c.d"
            })
    void isNoOtherText(String text) {
        assertThat(AddressRange.find(text)).isEmpty();
    }
}
