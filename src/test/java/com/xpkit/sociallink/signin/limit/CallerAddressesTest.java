package com.xpkit.sociallink.signin.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.xpkit.sociallink.platform.settings.InvalidSetting;
import com.xpkit.sociallink.platform.settings.SettingsMother;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CallerAddressesTest {

    private static final String PROXIES = "127.0.0.0/8, ::1, 10.0.0.0/24";

    @ParameterizedTest
    @CsvSource({
        "192.0.2.1, 192.0.2.1",
        "::ffff:192.0.2.1, 192.0.2.1",
        "2001:db8:1:2:3:4:5:6, 20:01:0d:b8:00:01:00:02",
        "2001:db8:1:2::, 20:01:0d:b8:00:01:00:02",
        "fe80::1%eth0, fe:80:00:00:00:00:00:00",
        "a unix socket, a unix socket"
    })
    void isTheNeighboursWithoutAProxy(String remote, String address) {
        assertThat(address(remote)).isEqualTo(address);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "127.0.0.1; 192.0.2.1; 192.0.2.1",
                "127.0.0.1; 203.0.113.9, 192.0.2.1; 192.0.2.1",
                "10.0.0.7; 203.0.113.9, 192.0.2.1, 127.0.0.1; 192.0.2.1",
                "::1; 192.0.2.1:4711; 192.0.2.1",
                "::1; [2001:db8:1:2::9]:4711; 20:01:0d:b8:00:01:00:02",
                "127.0.0.1; 192.0.2.1, unknown; 127.0.0.1",
                "127.0.0.1; 192.0.2.1,; 127.0.0.1",
                "127.0.0.1; localhost; 127.0.0.1",
                "127.0.0.1; 256.0.2.1; 127.0.0.1",
                "127.0.0.1; .:1; 127.0.0.1",
                "127.0.0.1; 192.0.2.1:80:80; 127.0.0.1",
                "127.0.0.1; 10.0.0.1; 10.0.0.1",
                "192.0.2.2; 192.0.2.1; 192.0.2.2",
                "10.0.1.1; 192.0.2.1; 10.0.1.1"
            })
    void isTheLastThatNoTrustedProxyHas(String remote, String forwarded, String address) {
        assertThat(address(remote, forwarded)).isEqualTo(address);
    }

    @Test
    void isReadFromAllHeadersOfTheName() {
        assertThat(address("127.0.0.1", "192.0.2.1", "10.0.0.3")).isEqualTo("192.0.2.1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"proxy.example.com", "10.0.0.0/33", "10.0.0.0/8;::1"})
    void namesProxiesThatAreNotAddresses(String text) {
        var settings = SettingsMother.with("sociallink.trusted-proxies", text);

        assertThatThrownBy(() -> new ProxySettings(settings))
                .isInstanceOf(InvalidSetting.class)
                .hasMessageStartingWith("The setting sociallink.trusted-proxies must be addresses");
    }

    private static String address(String remote, String... forwarded) {
        var addresses = new CallerAddresses();
        addresses.proxies =
                new ProxySettings(SettingsMother.with("sociallink.trusted-proxies", PROXIES));
        return addresses.of(request(remote, List.of(forwarded)));
    }

    private static HttpServletRequest request(String remote, List<String> forwarded) {
        return (HttpServletRequest)
                Proxy.newProxyInstance(
                        CallerAddressesTest.class.getClassLoader(),
                        new Class<?>[] {HttpServletRequest.class},
                        (proxy, method, arguments) ->
                                switch (method.getName()) {
                                    case "getRemoteAddr" -> remote;
                                    case "getHeaders" -> Collections.enumeration(forwarded);
                                    default -> throw new AssertionError(method);
                                });
    }
}
