package com.xpkit.sociallink.platform.listing;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A text in any mixture of cases, as a regular expression that means the same on H2, PostgreSQL and MariaDB.
 * Their own {@code lower()} differs by database, release and collation, so the pattern itself lists the letters
 * that count as one. They are those that Unicode maps to one another, character by character, in the version
 * that this Java knows and in whatever language: {@code σ} counts as {@code ς} and {@code ı} as {@code i}, but
 * {@code ß} does not count as {@code ss}.
 */
final class AnyCase {

    /** The letters that count as one, as a pattern, by what {@link #folded} makes of each. */
    private static final Map<Integer, String> LETTERS = letters();

    private AnyCase() {}

    /** Nothing in the pattern repeats, so no text makes a database try for long. */
    static String pattern(String text) {
        return text.codePoints().mapToObj(AnyCase::pattern).collect(Collectors.joining());
    }

    private static String pattern(int character) {
        var letters = LETTERS.get(folded(character));
        return letters == null ? literal(character) : letters;
    }

    /** Upper case first: only there {@code σ} and {@code ς} become the same. */
    private static int folded(int letter) {
        return Character.toLowerCase(Character.toUpperCase(letter));
    }

    private static Map<Integer, String> letters() {
        var same = new TreeMap<Integer, Set<String>>();
        IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                .filter(letter -> folded(letter) != letter)
                .forEach(
                        letter ->
                                same.computeIfAbsent(folded(letter), AnyCase::set)
                                        .add(Character.toString(letter)));
        return same.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, letters -> anyOf(letters.getValue())));
    }

    private static Set<String> set(int letter) {
        return new TreeSet<>(Set.of(Character.toString(letter)));
    }

    /** MariaDB compares bytes, so brackets may hold ASCII characters only. */
    private static String anyOf(Set<String> letters) {
        var areAscii = US_ASCII.newEncoder().canEncode(String.join("", letters));
        return areAscii
                ? "[" + String.join("", letters) + "]"
                : "(?:" + String.join("|", letters) + ")";
    }

    /** Blanks and {@code #} are escaped too: MariaDB can be told to skip them. No text holds half a pair. */
    private static String literal(int character) {
        if (character < 128 && !Character.isLetterOrDigit(character)) {
            return "\\" + (char) character;
        }
        var isHalf = character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE;
        return isHalf ? "\uFFFD" : Character.toString(character);
    }
}
