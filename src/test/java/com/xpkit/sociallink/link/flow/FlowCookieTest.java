package com.xpkit.sociallink.link.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.xpkit.sociallink.MovableClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FlowCookieTest {

    private static final String NAME = "__Host-sociallink_flow_";

    private final Flow flow = FlowMother.any();
    private final MovableClock clock = new MovableClock();
    private final FlowCookie cookie = FlowMother.cookie("https://link.example.com", clock);

    /** Browsers accept such a name only from this host, only with https, and only for all paths. */
    @Test
    void isForThisHostOnlyAndForNoScript() {
        assertThat(cookie.set(flow).split("; "))
                .containsExactly(
                        NAME + flow.state() + "=mmbkq9eg." + flow.proof(),
                        "Path=/",
                        "Max-Age=600",
                        "HttpOnly",
                        "SameSite=Lax",
                        "Secure");
    }

    /** For both steps of a link, since the first one makes room for more cookies. */
    @Test
    void isForThePathsOfALinkOnlyByPlainHttp() {
        assertThat(FlowMother.cookie("http://localhost:8080", clock).set(flow).split("; "))
                .containsExactly(
                        "sociallink_flow_" + flow.state() + "=mmbkq9eg." + flow.proof(),
                        "Path=/api/wechat",
                        "Max-Age=600",
                        "HttpOnly",
                        "SameSite=Lax");
    }

    @Test
    void isBelowThePathOfTheServiceByPlainHttp() {
        assertThat(FlowMother.cookie("http://example.com/link/").set(flow))
                .contains("; Path=/link/api/wechat;");
    }

    /** Or browsers would refuse its name. */
    @Test
    void isForTheWholeHostWhateverThePathOfTheService() {
        assertThat(FlowMother.cookie("https://example.com/link/").set(flow))
                .startsWith("__Host-")
                .contains("; Path=/;")
                .doesNotContain("Domain");
    }

    /** What a sibling host can set with its Domain, or an attacker on a plain http connection. */
    @Test
    void provesNothingByANameThatOthersCanPlant() {
        var planted = FlowMother.cookieOf(flow).substring("__Host-".length());

        assertThat(planted).startsWith("sociallink_flow_");
        assertThat(cookie.proves(flow, List.of(planted))).isFalse();
        assertThat(cookie.showsRefusal(flow, List.of(planted + ".refused"))).isFalse();
        assertThat(cookie.otherStates(FlowMother.any(), List.of(planted))).isEmpty();
        assertThat(cookie.makeRoom(Collections.nCopies(50, planted))).isEmpty();
    }

    /** Browsers consider these different names from ours, so they require neither https nor the host. */
    @ParameterizedTest
    @ValueSource(
            strings = {"\u0001", "\u000b", "\u0085", "\u00a0", "\u2000", "\ufeff", "x", "__Host-"})
    void provesNothingByANameThatOnlyLooksLikeItsOwn(String before) {
        assertThat(cookie.proves(flow, List.of(before + FlowMother.cookieOf(flow)))).isFalse();
        assertThat(cookie.proves(flow, List.of("a=b; " + before + FlowMother.cookieOf(flow))))
                .isFalse();
    }

    @Test
    void provesItsFlowByPlainHttpToo() {
        var plain = FlowMother.cookie("http://localhost:8080");
        var held = plain.set(flow).split(";")[0];

        assertThat(plain.proves(flow, List.of(held))).isTrue();
        assertThat(plain.proves(flow, List.of("__Host-" + held))).isFalse();
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
    void provesItsFlowNextToAForgedOne() {
        var forged = NAME + flow.state() + "=0000";

        assertThat(cookie.proves(flow, List.of(forged + "; " + FlowMother.cookieOf(flow))))
                .isTrue();
    }

    @Test
    void provesNoOtherFlow() {
        assertThat(cookie.proves(flow, List.of(FlowMother.cookieOf(FlowMother.any())))).isFalse();
    }

    /** As earlier versions set it; visitors may be on their way while the service is updated. */
    @Test
    void provesItsFlowWithoutAMoment() {
        var older = NAME + flow.state() + "=" + flow.proof();

        assertThat(cookie.proves(flow, List.of(older))).isTrue();
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

        assertThat(cookie.showsRefusal(flow, List.of(marked))).isTrue();
        assertThat(cookie.proves(flow, List.of(marked))).isTrue();
        assertThat(cookie.showsRefusal(flow, List.of(plain))).isFalse();
        assertThat(cookie.showsRefusal(FlowMother.any(), List.of(marked))).isFalse();
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
                "__Host-sociallink_flow_=a",
                "__Host-sociallink_flow_0000000000000000000000000000000g=a",
                "__Host-sociallink_flow_00000000000000000000000000000000",
                "__Host-sociallink_flow_0000000000000000000000000000000000=a",
                "x__Host-sociallink_flow_00000000000000000000000000000000=a"
            })
    void namesNoFlowByAnOddCookie(String header) {
        assertThat(cookie.otherStates(flow, List.of(header))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ";",
                ";;;",
                "=",
                "a",
                "=; =",
                NAME,
                "\u0000",
                ".",
                "__Host-sociallink_flow_=."
            })
    void isNotConfusedByOddHeaders(String header) {
        assertThat(cookie.proves(flow, List.of(header))).isFalse();
    }

    @Test
    void isMissingWithoutAnyHeader() {
        assertThat(cookie.proves(flow, null)).isFalse();
        assertThat(cookie.proves(flow, List.of())).isFalse();
        assertThat(cookie.makeRoom(null)).isEmpty();
    }

    @Test
    void leavesTwentyWithTheOneThatBegins() {
        assertThat(cookie.makeRoom(held(19))).isEmpty();
        assertThat(cookie.makeRoom(held(20))).hasSize(1);
        assertThat(cookie.makeRoom(held(23))).hasSize(4);
    }

    @Test
    void deletesTheOldestFirstHoweverTheBrowserOrdersThem() {
        var held = held(21);
        var shuffled = new ArrayList<>(held);
        Collections.shuffle(shuffled, new Random(7));

        assertThat(deleted(cookie.makeRoom(shuffled)))
                .containsExactly(name(held.get(0)), name(held.get(1)));
        assertThat(deleted(cookie.makeRoom(List.of(String.join("; ", shuffled)))))
                .containsExactly(name(held.get(0)), name(held.get(1)));
    }

    @Test
    void deletesWithThePathAndTheAttributesThatItSet() {
        var held = held(20);

        assertThat(cookie.makeRoom(held).get(0).split("; "))
                .containsExactly(
                        name(held.get(0)) + "=",
                        "Path=/",
                        "Max-Age=0",
                        "HttpOnly",
                        "SameSite=Lax",
                        "Secure");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "x", ".x", "-1.x", "%.x", "zzzzzzzzzzzzzzzz.x", "\u00e9.x"})
    void treatsACookieWithoutAMomentAsTheOldest(String value) {
        var held = held(20);
        var odd = NAME + "0".repeat(32) + "=" + value;
        held.add(10, odd);

        assertThat(deleted(cookie.makeRoom(held))).containsExactly(name(odd), name(held.get(0)));
    }

    @Test
    void countsANameOnceAndByItsNewest() {
        var held = held(20);
        var oldest = held.get(0);
        held.add(oldest);
        held.add(name(oldest) + "=zzzzzzzz.planted");

        assertThat(deleted(cookie.makeRoom(held))).containsExactly(name(held.get(1)));
    }

    @Test
    void leavesCookiesThatAreNotItsOwn() {
        var held = new ArrayList<String>();
        for (int i = 0; i < 50; i++) {
            held.add("session" + i + "=1");
            held.add(NAME + i + "=1");
            held.add(NAME + "A".repeat(32) + i + "=1");
            held.add("x" + FlowMother.cookieOf(FlowMother.any()));
        }

        assertThat(cookie.makeRoom(held)).isEmpty();
    }

    /** 32 KB of cookies must not make a huge answer. */
    @Test
    void deletesTenAtOnceAtMost() {
        assertThat(deleted(cookie.makeRoom(held(400)))).hasSize(10);
    }

    /** The cookies of so many flows, the oldest first. */
    private List<String> held(int count) {
        var held = new ArrayList<String>();
        for (int i = 0; i < count; i++) {
            held.add(cookie.set(FlowMother.any()).split(";")[0]);
            clock.advance(Duration.ofMillis(1));
        }
        return held;
    }

    private static List<String> deleted(List<String> headers) {
        assertThat(headers)
                .allMatch(header -> header.contains("=; ") && header.contains("Max-Age=0"));
        return headers.stream().map(FlowCookieTest::name).toList();
    }

    private static String name(String cookie) {
        return cookie.substring(0, cookie.indexOf('='));
    }
}
