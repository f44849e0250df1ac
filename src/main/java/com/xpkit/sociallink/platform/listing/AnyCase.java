package com.xpkit.sociallink.platform.listing;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A text in any mix of upper and lower case, as a regular expression that means the same on H2, PostgreSQL and MariaDB.
 * Their own {@code lower()} differs by database, release and collation, so the pattern itself lists the letters that
 * count as equal. These are the letters that Unicode maps to one another, character by character, in the Unicode
 * version of the running Java and in any language: {@code σ} equals {@code ς} and {@code ı} equals {@code i}, but
 * {@code ß} does not equal {@code ss}.
 */
final class AnyCase {

    /** The letters that count as equal, as a pattern, by their {@link #folded} form. */
    private static final Map<Integer, String> LETTERS = letters();

    private AnyCase() {}

    /** The pattern contains no repetition, so no text can make a database backtrack for long. */
    static String pattern(String text) {
        return text.codePoints().mapToObj(AnyCase::pattern).collect(Collectors.joining());
    }

    private static String pattern(int character) {
        var letters = LETTERS.get(folded(character));
        return letters == null ? literal(character) : letters;
    }

    /** Upper case first: only there do {@code σ} and {@code ς} become the same letter. */
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

    /** MariaDB compares bytes, so brackets may contain only ASCII characters. */
    private static String anyOf(Set<String> letters) {
        var areAscii = US_ASCII.newEncoder().canEncode(String.join("", letters));
        return areAscii
                ? "[" + String.join("", letters) + "]"
                : "(?:" + String.join("|", letters) + ")";
    }

    /**
     * Blanks and {@code #} are escaped too, because MariaDB can be configured to skip them. The text never contains
     * half a surrogate pair.
     */
    private static String literal(int character) {
        if (character < 128 && !Character.isLetterOrDigit(character)) {
            return "\\" + (char) character;
        }
        var isHalf = character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE;
        return isHalf ? "\uFFFD" : Character.toString(character);
    }
}
