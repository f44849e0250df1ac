package com.xpkit.sociallink.api;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Map;

/**
 * Refuses JSON that no database gives back as it came: NUL and halves of surrogate pairs in names and
 * strings, and numbers that the parser itself cannot read.
 */
final class StorableJson {

    /** Far from where arithmetic with them overflows. */
    private static final int LARGEST_EXPONENT = 1_000_000;

    /** Parsers take some more; written again, a number may have a point and a longer exponent. */
    private static final int LONGEST_NUMBER = 1_000;

    private StorableJson() {}

    /**
     * @throws InvalidFields naming the first member that cannot be stored
     */
    static void check(JsonObject json) {
        checkMembers("", json);
    }

    private static void check(String path, JsonValue value) {
        if (value instanceof JsonObject object) {
            checkMembers(path + ".", object);
        } else if (value instanceof JsonArray array) {
            array.forEach(element -> check(path, element));
        } else if (value instanceof JsonString string && !isText(string.getString())) {
            throw refused(path, "holds NUL or half of a surrogate pair");
        } else if (value instanceof JsonNumber number && !isReadable(number)) {
            throw refused(path, "holds a number with too many digits or too large an exponent");
        }
    }

    private static void checkMembers(String prefix, JsonObject object) {
        for (var member : object.entrySet()) {
            if (!isText(member.getKey())) {
                throw refused(
                        prefix + printable(member.getKey()),
                        "has a name with NUL or half of a surrogate pair");
            }
            check(prefix + member.getKey(), member.getValue());
        }
    }

    private static boolean isText(String text) {
        return text.codePoints().noneMatch(c -> c == 0 || c >= 0xD800 && c <= 0xDFFF);
    }

    private static String printable(String name) {
        return name.replaceAll("[\\x00\\p{Cs}]", "?");
    }

    private static boolean isReadable(JsonNumber number) {
        try {
            return Math.abs((long) number.bigDecimalValue().scale()) <= LARGEST_EXPONENT
                    && number.toString().length() <= LONGEST_NUMBER;
        } catch (ArithmeticException | UnsupportedOperationException | NumberFormatException e) {
            return false;
        }
    }

    private static InvalidFields refused(String path, String reason) {
        var shown = path.length() > 100 ? path.substring(0, 100) + "…" : path;
        return new InvalidFields(Map.of(shown, reason));
    }
}
