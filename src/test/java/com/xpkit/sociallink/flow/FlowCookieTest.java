package com.xpkit.sociallink.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

    @Test
    void tellsThatACodeOfItsFlowWasRefused() {
        var plain = FlowMother.cookieOf(flow);
        var marked = cookie.setRefused(flow).split(";")[0];

        assertThat(cookie.tellsOfARefusal(flow, List.of(marked))).isTrue();
        assertThat(cookie.proves(flow, List.of(marked))).isTrue();
        assertThat(cookie.tellsOfARefusal(flow, List.of(plain))).isFalse();
        assertThat(cookie.tellsOfARefusal(FlowMother.any(), List.of(marked))).isFalse();
        assertThat(cookie.proves(flow, List.of(marked + "x"))).isFalse();
        assertThat(cookie.setRefused(flow)).endsWith(cookie.set(flow).substring(plain.length()));
    }

    @Test
    void namesTheBrowsersOtherFlows() {
        var one = FlowMother.any();
        var two = FlowMother.any();
        var headers =
                List.of(
                        FlowMother.cookieOf(flow) + "; a=b; " + FlowMother.cookieOf(one),
                        cookie.setRefused(two).split(";")[0] + "; " + FlowMother.cookieOf(one));

        assertThat(cookie.otherStates(flow, headers)).containsExactly(one.state(), two.state());
        assertThat(cookie.otherStates(flow, null)).isEmpty();
    }

    @Test
    void namesNoMoreThanTwentyOtherFlowsTheLatest() {
        var flows = Stream.generate(FlowMother::any).limit(50).toList();
        var header = flows.stream().map(FlowMother::cookieOf).collect(Collectors.joining("; "));

        assertThat(cookie.otherStates(flow, List.of(header)))
                .isEqualTo(flows.stream().skip(30).map(Flow::state).toList());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sociallink_flow_=a",
                "sociallink_flow_0000000000000000000000000000000g=a",
                "sociallink_flow_00000000000000000000000000000000",
                "sociallink_flow_0000000000000000000000000000000000=a",
                "xsociallink_flow_00000000000000000000000000000000=a"
            })
    void namesNoFlowByAnOddCookie(String header) {
        assertThat(cookie.otherStates(flow, List.of(header))).isEmpty();
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
