package com.xpkit.sociallink.job.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
}
