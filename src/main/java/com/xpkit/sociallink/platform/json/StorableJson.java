package com.xpkit.sociallink.platform.json;

import com.xpkit.sociallink.platform.error.InvalidFields;
import com.xpkit.sociallink.platform.error.Quote;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Map;

/**
 * Refuses JSON that no database returns unchanged: NUL and unpaired surrogates in names and strings, and numbers that
 * the parser itself cannot read. Refuses names and paths that are too long to be copied for each value below them.
 */
public final class StorableJson {

    /** Far below the point where arithmetic with exponents overflows. */
    private static final int MAX_EXPONENT = 1_000_000;

    /**
     * Parsers accept slightly longer numbers, but a number may gain a point and a longer exponent when written again.
     */
    private static final int MAX_NUMBER_LENGTH = 1_000;

    private final int maxNameLength;
    private final int maxPathLength;

    /**
     * @param maxNameLength of one member name, in characters
     * @param maxPathLength of the names that lead to a value, joined with dots
     */
    public StorableJson(int maxNameLength, int maxPathLength) {
        this.maxNameLength = maxNameLength;
        this.maxPathLength = maxPathLength;
    }

    /**
     * @throws InvalidFields naming the first member that cannot be stored
     */
    public void check(JsonObject json) {
        checkMembers(Place.ROOT, json);
    }

    private void check(Place place, JsonValue value) {
        if (value instanceof JsonObject object) {
            checkMembers(place, object);
        } else if (value instanceof JsonArray array) {
            array.forEach(element -> check(place, element));
        } else if (value instanceof JsonString string && !isText(string.getString())) {
            throw refused(place, "holds NUL or half of a surrogate pair");
        } else if (value instanceof JsonNumber number && !isReadable(number)) {
            throw refused(place, "holds a number with too many digits or too large an exponent");
        }
    }

    private void checkMembers(Place parent, JsonObject object) {
        object.forEach(
                (name, value) -> {
                    var place = parent.member(name);
                    checkName(place);
                    check(place, value);
                });
    }

    private void checkName(Place place) {
        if (!isText(place.name())) {
            throw refused(place, "has a name with NUL or half of a surrogate pair");
        }
        if (place.name().length() > maxNameLength) {
            throw refused(
                    place,
                    "has a name of more than %d characters (sociallink.limits.name)"
                            .formatted(maxNameLength));
        }
        if (place.length() > maxPathLength) {
            throw refused(
                    place,
                    "has a path of more than %d characters (sociallink.limits.path)"
                            .formatted(maxPathLength));
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
            return Math.abs((long) number.bigDecimalValue().scale()) <= MAX_EXPONENT
                    && number.toString().length() <= MAX_NUMBER_LENGTH;
        } catch (ArithmeticException | UnsupportedOperationException | NumberFormatException e) {
            return false;
        }
    }

    private static InvalidFields refused(Place place, String reason) {
        return new InvalidFields(Map.of(Quote.of(printable(place.path())), reason));
    }

    /**
     * The position of a member. Its path is only built on demand: a long name would be copied for each member below it.
     *
     * @param parent null for the document itself
     * @param length of the path
     */
    private record Place(Place parent, String name, int length) {

        static final Place ROOT = new Place(null, "", 0);

        Place member(String name) {
            return new Place(this, name, length + name.length() + (this == ROOT ? 0 : 1));
        }

        String path() {
            return parent == ROOT ? name : parent.path() + "." + name;
        }
    }
}
