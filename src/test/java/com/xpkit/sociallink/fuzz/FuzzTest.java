package com.xpkit.sociallink.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import jakarta.json.Json;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FuzzTest {

    @Test
    void theSameSeedMakesTheSameCase() {
        for (long seed = 0; seed < 200; seed++) {
            var first = JsonTexts.document(Choices.of(seed), List.of());

            assertThat(JsonTexts.document(Choices.of(seed), List.of())).isEqualTo(first);
        }
    }

    @Test
    void aRecordMakesTheSameCase() {
        for (long seed = 0; seed < 200; seed++) {
            var choices = Choices.of(seed);
            var text = JsonTexts.value(choices);

            assertThat(JsonTexts.value(Choices.replaying(choices.record()))).isEqualTo(text);
        }
    }

    @Test
    void takesManyDifferentCases() {
        var seen = new ArrayList<String>();

        Fuzz.check("seen", Texts::any, seen::add);

        assertThat(seen).hasSizeGreaterThan(100);
        assertThat(seen.stream().distinct().count()).isGreaterThan(100);
    }

    @Test
    void tellsTheSmallestCaseThatFailsAndItsSeed() {
        assertThatThrownBy(
                        () ->
                                Fuzz.check(
                                        "backslash",
                                        Texts::any,
                                        text -> assertThat(text).doesNotContain("\\")))
                .isInstanceOf(AssertionError.class)
                .hasMessageMatching("-Dfuzz\\.case=-?[0-9]+ fails for \\\\");
    }

    @Test
    void keepsWhatWentWrongAsTheCause() {
        var failure =
                catchThrowable(
                        () ->
                                Fuzz.check(
                                        "cause",
                                        Texts::any,
                                        text -> {
                                            throw new IllegalStateException("broken");
                                        }));

        assertThat(failure).hasRootCauseMessage("broken").hasMessageEndingWith(" fails for ");
    }

    @Test
    void generatesJsonThatKeepsTheGrammarAndJsonThatDoesNot() {
        var texts = new ArrayList<String>();
        for (long seed = 0; seed < 500; seed++) {
            texts.add(Bodies.profile(Choices.of(seed)));
        }

        assertThat(texts).anyMatch(FuzzTest::isJson).anyMatch(text -> !isJson(text));
    }

    private static boolean isJson(String text) {
        try (var reader = Json.createReader(new StringReader(text))) {
            reader.readObject();
            return true;
        } catch (RuntimeException notJson) {
            // parsers have exceptions of their own for numbers
            return false;
        }
    }

    @Test
    void printsACaseInOneLineOfAscii() {
        assertThat(Printed.of("a\n\u4e2d\0")).isEqualTo("a\\u000a\\u4e2d\\u0000");
        assertThat(Printed.of(new byte[] {'a', (byte) 0xff})).isEqualTo("a\\u00ff");
    }
}
