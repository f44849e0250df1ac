package com.xpkit.sociallink.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FlowCookieTest {

    private final Flow flow = FlowMother.any();
    private final FlowCookie cookie = FlowMother.cookie("https://link.example.com");

    @Test
    void isForTheCallbackAloneAndForNoScript() {
        assertThat(cookie.set(flow).split("; "))
                .containsExactly(
                        "sociallink_flow_" + flow.state() + "=" + flow.proof(),
                        "Path=/api/wechat/callback",
                        "Max-Age=600",
                        "HttpOnly",
                        "SameSite=Lax",
                        "Secure");
    }

    @Test
    void isNotSecureByPlainHttp() {
        assertThat(FlowMother.cookie("http://localhost:8080").set(flow)).doesNotContain("Secure");
    }

    @Test
    void isBelowThePathOfTheService() {
        assertThat(FlowMother.cookie("https://example.com/link/").set(flow))
                .contains("; Path=/link/api/wechat/callback;");
    }

    @Test
    void provesItsFlow() {
        assertThat(cookie.proves(flow, List.of(FlowMother.cookieOf(flow)))).isTrue();
    }

    @Test
    void provesItsFlowAmongOthers() {
        var others = FlowMother.cookieOf(FlowMother.any());
        var own = FlowMother.cookieOf(flow);

        assertThat(cookie.proves(flow, List.of("a=b; " + others + ";" + own + " ; c"))).isTrue();
        assertThat(cookie.proves(flow, List.of(others, own))).isTrue();
    }

    @Test
    void provesItsFlowBesideAForgedOne() {
        var forged = "sociallink_flow_" + flow.state() + "=0000";

        assertThat(cookie.proves(flow, List.of(forged + "; " + FlowMother.cookieOf(flow))))
                .isTrue();
    }

    @Test
    void provesNoOtherFlow() {
        assertThat(cookie.proves(flow, List.of(FlowMother.cookieOf(FlowMother.any())))).isFalse();
    }

    @Test
    void needsTheWholeProof() {
        var own = FlowMother.cookieOf(flow);

        assertThat(cookie.proves(flow, List.of(own.substring(0, own.length() - 1)))).isFalse();
        assertThat(cookie.proves(flow, List.of(own + "0"))).isFalse();
        assertThat(cookie.proves(flow, List.of("x" + own))).isFalse();
        assertThat(cookie.proves(flow, List.of(own.toUpperCase(java.util.Locale.ROOT)))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ";", ";;;", "=", "a", "=; =", "sociallink_flow_", "\u0000"})
    void isNotConfusedByOddHeaders(String header) {
        assertThat(cookie.proves(flow, List.of(header))).isFalse();
    }

    @Test
    void isMissingWithoutAnyHeader() {
        assertThat(cookie.proves(flow, null)).isFalse();
        assertThat(cookie.proves(flow, List.of())).isFalse();
    }
}
