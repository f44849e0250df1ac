package com.xpkit.sociallink.profile;

import static com.xpkit.sociallink.platform.json.SharedJson.JSON;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BinaryOperator;

/**
 * The arrays of profiles, as sets: an array holds each element once. Two elements are the same if they are equal, or
 * are social entries of the same person ({@link SocialMembers#identity}). Elements are looked up by a text key, because
 * a hash table of texts stays fast even if a client sends many with the same hash code, and one of JSON values does
 * not.
 */
public final class ProfileArrays {

    private final List<JsonValue> values = new ArrayList<>();
    private final Map<String, Integer> places = new HashMap<>();

    private ProfileArrays() {}

    public static ProfileArrays of(Collection<? extends JsonValue> values) {
        var elements = new ProfileArrays();
        for (var value : values) {
            elements.places.putIfAbsent(key(value), elements.values.size());
            elements.values.add(value);
        }
        return elements;
    }

    /**
     * The elements of the first array, then those of the second that the first lacks.
     *
     * @param sameEntry merges two different social entries of the same person
     */
    public static JsonArray joined(
            JsonArray first, JsonArray second, BinaryOperator<JsonObject> sameEntry) {
        var joined = of(first);
        second.forEach(element -> joined.join(element, sameEntry));
        return joined.json();
    }

    private void join(JsonValue element, BinaryOperator<JsonObject> sameEntry) {
        placeOrAdd(element)
                .filter(at -> element instanceof JsonObject && !element.equals(values.get(at)))
                .ifPresent(
                        at ->
                                values.set(
                                        at,
                                        sameEntry.apply(
                                                values.get(at).asJsonObject(),
                                                element.asJsonObject())));
    }

    /** Adds an element at the end; if the array already has the same one, returns that instead. */
    public Optional<JsonValue> join(JsonValue element) {
        return placeOrAdd(element).map(values::get);
    }

    private Optional<Integer> placeOrAdd(JsonValue element) {
        var place = places.putIfAbsent(key(element), values.size());
        if (place == null) {
            values.add(element);
        }
        return Optional.ofNullable(place);
    }

    /** The first element that is the same. */
    public Optional<JsonValue> find(JsonValue wanted) {
        return Optional.ofNullable(places.get(key(wanted))).map(values::get);
    }

    public JsonArray json() {
        return JSON.createArrayBuilder(values).build();
    }

    /** Equal for any two elements that are the same. */
    public static String key(JsonValue element) {
        var identity = element instanceof JsonObject object ? SocialMembers.identity(object) : null;
        return identity == null ? text(element) : "@" + identity;
    }

    /** Equal for any two values that are equal. */
    public static String text(JsonValue value) {
        var text = new StringBuilder();
        write(text, value);
        return text.toString();
    }

    private static void write(StringBuilder text, JsonValue value) {
        if (value instanceof JsonString string) {
            write(text.append('"'), string.getString());
        } else if (value instanceof JsonNumber number) {
            // 1 and 1.0 are not equal, and their texts differ too
            write(text.append('n'), number.bigDecimalValue().toString());
        } else if (value instanceof JsonArray array) {
            text.append('[');
            array.forEach(element -> write(text, element));
            text.append(']');
        } else if (value instanceof JsonObject object) {
            write(text, object);
        } else {
            text.append(value);
        }
    }

    /** In the order of the names, because the order of members does not matter for equality. */
    private static void write(StringBuilder text, JsonObject object) {
        text.append('{');
        new TreeMap<>(object)
                .forEach(
                        (name, value) -> {
                            write(text, name);
                            write(text, value);
                        });
        text.append('}');
    }

    private static void write(StringBuilder text, String string) {
        text.append(string.length()).append(':').append(string);
    }

    /** The number of values in a document, counting repeated ones; an empty object or array counts as one. */
    public static int count(JsonValue value) {
        if (value instanceof JsonObject object && !object.isEmpty()) {
            return object.values().stream().mapToInt(ProfileArrays::count).sum();
        }
        if (value instanceof JsonArray array && !array.isEmpty()) {
            return array.stream().mapToInt(ProfileArrays::count).sum();
        }
        return 1;
    }
}
