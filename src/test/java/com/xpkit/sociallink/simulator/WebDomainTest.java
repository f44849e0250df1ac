package com.xpkit.sociallink.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WebDomainTest {

    @ParameterizedTest
    @CsvSource({
        "a.example, https://a.example/cb, true",
        "a.example, http://a.example, true",
        "a.example, https://a.example:8443/cb, false",
        "a.example, https://a.example:443/cb, false",
        "a.example, https://www.a.example/cb, false",
        "www.a.example, https://a.example/cb, false",
        "a.example, https://a.example.evil/cb, false",
        "a.example, https://a.example@evil/cb, false",
        "a.example, https://x@a.example/cb, false",
        "a.example, ftp://a.example/cb, false",
        "a.example, //a.example/cb, false",
        "a.example, /cb, false",
        "a.example, javascript:alert(1), false",
        "a.example/in, https://a.example/in/cb, true",
        "a.example/in, https://a.example/in, true",
        "a.example/in, https://a.example/inner, false",
        "a.example/in, https://a.example/, false",
        "localhost, http://localhost/cb, false",
        "192.168.1.7, http://192.168.1.7/cb, false",
        "a.example:8080, http://a.example:8080/cb, false"
    })
    void comparesTheHostExactly(String setting, URI redirect, boolean accepted) {
        assertThat(new WebDomain(setting, false).accepts(redirect)).isEqualTo(accepted);
    }

    @ParameterizedTest
    @CsvSource({
        "localhost, http://localhost/cb, true",
        "localhost, http://localhost:8080/cb, true",
        "localhost:8080, http://localhost:8080/cb, true",
        "localhost:8080, http://localhost:9090/cb, false",
        "127.0.0.1, http://127.0.0.1:8080/cb, true",
        "192.168.1.7:81, http://192.168.1.7:81/cb, true",
        "localhost, http://x@localhost:8080/cb, false",
        "localhost, http://evil.example:8080/cb, false"
    })
    void letsATestAccountUsePortsAndAddresses(String setting, URI redirect, boolean accepted) {
        assertThat(new WebDomain(setting, true).accepts(redirect)).isEqualTo(accepted);
    }
}
