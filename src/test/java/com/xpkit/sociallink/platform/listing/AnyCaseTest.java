package com.xpkit.sociallink.platform.listing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnyCaseTest {

    @ParameterizedTest
    @CsvSource({
        "ab1, [Aa][Bb]1",
        "É, (?:É|é)",
        "k, (?:K|k|\u212A)",
        "I, (?:I|i|İ|ı)",
        "ς, (?:Σ|ς|σ)",
        "ß, (?:ß|ẞ)",
        "𐐀, (?:𐐀|𐐨)",
        "小😀, 小😀",
        "'a b', '[Aa]\\ [Bb]'",
        "'%_!', '\\%\\_\\!'"
    })
    void namesEachCaseOfEachLetter(String text, String pattern) {
        assertThat(AnyCase.pattern(text)).isEqualTo(pattern);
    }

    @Test
    void isTheSamePatternForEveryCaseOfALetter() {
        IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                .forEach(
                        letter -> {
                            var pattern = pattern(letter);
                            assertThat(pattern(Character.toLowerCase(letter))).isEqualTo(pattern);
                            assertThat(pattern(Character.toUpperCase(letter))).isEqualTo(pattern);
                            assertThat(pattern(Character.toTitleCase(letter))).isEqualTo(pattern);
                        });
    }

    private static String pattern(int character) {
        return AnyCase.pattern(Character.toString(character));
    }

    @Test
    void matchesEveryCharacterThatATextCanHold() {
        IntStream.rangeClosed(1, Character.MAX_CODE_POINT)
                .filter(character -> Character.getType(character) != Character.SURROGATE)
                .mapToObj(Character::toString)
                .forEach(text -> assertThat(text).matches(AnyCase.pattern(text)));
    }

    @Test
    void matchesNoTwoLettersThatJavaDistinguishes() {
        for (int letter = 0; letter < 0x2000; letter++) {
            var pattern = Pattern.compile(pattern(letter));
            for (int other = 0; other < 0x2000; other++) {
                if (pattern.matcher(Character.toString(other)).matches()) {
                    assertThat(Character.toString(letter))
                            .isEqualToIgnoringCase(Character.toString(other));
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\uD83D", "\uDE00", "\uDE00\uD83D"})
    void putsNoHalfOfASurrogatePairIntoAPattern(String halves) {
        assertThat(AnyCase.pattern(halves)).isEqualTo("\uFFFD".repeat(halves.length()));
    }
}
