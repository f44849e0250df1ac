package com.xpkit.sociallink.platform.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.xpkit.sociallink.platform.outbound.OutboundProxy.Login;
import com.xpkit.sociallink.platform.settings.InvalidSetting;
import com.xpkit.sociallink.platform.settings.SettingsMother;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OutboundSettingsTest {

    private static final String PROXY = "sociallink.outbound-proxy";

    @Test
    void nameNoProxyUnlessTold() {
        assertThat(new OutboundSettings(SettingsMother.shipped()).proxy()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "http://proxy.example.com:3128, proxy.example.com, 3128",
        "HTTP://Proxy.example.com:80/, Proxy.example.com, 80",
        "http://10.0.0.1:3128, 10.0.0.1, 3128",
        "http://[::1]:3128, ::1, 3128",
        "http://squid_out:3128, squid_out, 3128"
    })
    void nameOne(String text, String host, int port) {
        var proxy = proxy(text);

        assertThat(proxy.host().getHostName()).isEqualToIgnoringCase(host);
        assertThat(proxy.host().getPort()).isEqualTo(port);
        assertThat(proxy.login()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "http://us:p%40ss+w%C3%B6rd:x@proxy:3128, us, p@ss+wörd:x",
        "http://us%3Aer:@proxy:3128, us:er, ''"
    })
    void nameWhoCalls(String text, String user, String password) {
        var proxy = proxy(text);

        assertThat(proxy.login()).contains(new Login(user, password));
        assertThat(proxy).hasToString("proxy:3128");
        assertThat(proxy.login().toString()).doesNotContain("p@ss");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "proxy.example.com:3128",
                "https://secret:secret@proxy:3128",
                "socks://proxy:1080",
                "http://proxy",
                "http://proxy:0",
                "http://proxy:65536",
                "http://:3128",
                "http://",
                "http://secret@proxy:3128",
                "http://us:secret%zz@proxy:3128",
                "http://us:secret@proxy:3128/path",
                "http://us:secret@proxy:3128?a=b",
                "http://us:secret@proxy:3128#a",
                "http://us:sec ret@proxy:3128"
            })
    void nameAWrongSettingAndNotItsSecret(String text) {
        assertThatThrownBy(() -> proxy(text))
                .isInstanceOf(InvalidSetting.class)
                .hasMessageStartingWith("The setting " + PROXY + " must be like http://")
                .hasNoCause()
                .message()
                .doesNotContain("sec");
    }

    private static OutboundProxy proxy(String text) {
        return new OutboundSettings(SettingsMother.with(PROXY, text)).proxy().orElseThrow();
    }
}
