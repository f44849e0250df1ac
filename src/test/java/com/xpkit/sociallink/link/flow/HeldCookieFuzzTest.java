package com.xpkit.sociallink.link.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import com.xpkit.sociallink.fuzz.Fuzz;
import com.xpkit.sociallink.fuzz.Texts;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Flow cookies, as a regular expression reads them. */
class HeldCookieFuzzTest {

    private static final String STATE = "0123456789abcdef".repeat(2);

    @ParameterizedTest
    @ValueSource(strings = {"", "__Host-"})
    void areReadAsByAnExpression(String prefix) {
        var held = "__Host-sociallink_flow_" + STATE + "=m1.p";
        var plain = "sociallink_flow_" + STATE + "=";
        Fuzz.check(
                "held",
                choices ->
                        Texts.tampered(
                                choices,
                                choices.of(
                                        held, plain, "a=b;\t" + held + " ; " + plain, held + "=x")),
                header ->
                        assertThat(HeldCookie.in(prefix, List.of(header, "b=c")))
                                .extracting(HeldCookie::name, HeldCookie::value)
                                .containsExactlyElementsOf(expected(prefix, header)));
    }

    private static List<Tuple> expected(String prefix, String header) {
        var cookie =
                Pattern.compile(
                        "[ \t]*(" + prefix + "sociallink_flow_[0-9a-f]{32})=(.*?)[ \t]*",
                        Pattern.DOTALL);
        return Stream.of(header.split(";"))
                .map(cookie::matcher)
                .filter(Matcher::matches)
                .map(parts -> tuple(parts.group(1), parts.group(2)))
                .toList();
    }

    @Test
    void areNoneWithoutAHeader() {
        assertThat(HeldCookie.in("", null)).isEmpty();
    }
}
