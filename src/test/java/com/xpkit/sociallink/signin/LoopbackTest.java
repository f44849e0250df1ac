package com.xpkit.sociallink.signin;

import static org.assertj.core.api.Assertions.assertThat;

import com.xpkit.sociallink.kernel.Scope;
import com.xpkit.sociallink.platform.settings.SettingsMother;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class LoopbackTest {

    private final Map<String, String> headers = new HashMap<>(Map.of("Accept", "*/*"));
    private String address = "127.0.0.1";
    private String host = "localhost";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.8.9.10",
                "::1",
                "0:0:0:0:0:0:0:1",
                "::ffff:127.0.0.1",
                "0:0:0:0:0:ffff:127.0.0.1"
            })
    void admitsThisMachine(String loopback) {
        address = loopback;

        assertThat(isAdmitted()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "LOCALHOST", "127.0.0.1", "::1", "[::1]"})
    void admitsByTheNamesOfThisMachine(String name) {
        host = name;

        assertThat(isAdmitted()).isTrue();
    }

    @Test
    void admitsNobodyUnlessToldSo() {
        var shipped = loopback("false");

        assertThat(shipped.admits(request(), Scope.METRICS_READ)).isFalse();
        assertThat(new MetricsSettings(SettingsMother.shipped()).isLoopbackAllowed()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "10.0.0.1",
                "192.168.127.1",
                "128.0.0.1",
                "1.127.0.0.1",
                "127.0.0.1.evil.org",
                "2001:db8::1",
                "::2",
                "::11",
                "1::1",
                "::ffff:10.0.0.1",
                "",
                "unknown"
            })
    void admitsNoOtherMachine(String other) {
        address = other;

        assertThat(isAdmitted()).isFalse();
    }

    /** Otherwise a name of thousands of colons uses up the stack. */
    @ParameterizedTest
    @ValueSource(strings = {":", "0:", "000000:", ".1", "::ffff:"})
    void admitsNoEndlessName(String part) {
        host = part.repeat(8_000) + "1";

        assertThat(isAdmitted()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Forwarded",
                "X-Forwarded-For",
                "x-forwarded-proto",
                "X-Forwarded-Host",
                "X-FORWARDED-SERVER",
                "Via",
                "X-Real-IP",
                "X-Client-IP",
                "True-Client-IP"
            })
    void admitsNobodyWhoCameThroughAProxy(String sign) {
        headers.put(sign, "127.0.0.1");

        assertThat(isAdmitted()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"link.example.com", "localhost.evil.org", "127.0.0.1.evil.org", "10.1.1.1"})
    void admitsNobodyWhoAsksForAnotherHost(String other) {
        host = other;

        assertThat(isAdmitted()).isFalse();
    }

    @Test
    void leavesATokenToBeJudged() {
        headers.put("Authorization", "Bearer void");

        assertThat(isAdmitted()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "METRICS_READ")
    void admitsToNothingElse(Scope scope) {
        assertThat(loopback("true").admits(request(), scope)).isFalse();
    }

    private boolean isAdmitted() {
        return loopback("true").admits(request(), Scope.METRICS_READ);
    }

    private static Loopback loopback(String isAllowed) {
        var loopback = new Loopback();
        loopback.settings =
                new MetricsSettings(SettingsMother.with("sociallink.metrics.loopback", isAllowed));
        return loopback;
    }

    private HttpServletRequest request() {
        return (HttpServletRequest)
                Proxy.newProxyInstance(
                        LoopbackTest.class.getClassLoader(),
                        new Class<?>[] {HttpServletRequest.class},
                        (proxy, method, arguments) ->
                                switch (method.getName()) {
                                    case "getRemoteAddr" -> address;
                                    case "getServerName" -> host;
                                    case "getHeader" -> headers.get(arguments[0]);
                                    case "getHeaderNames" ->
                                            Collections.enumeration(headers.keySet());
                                    default -> throw new AssertionError(method);
                                });
    }
}
