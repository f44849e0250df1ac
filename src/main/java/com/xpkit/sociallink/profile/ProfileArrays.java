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
 * Arrays of profiles, as sets: an element stands in one once. Two elements are the same when they are equal, or
 * social entries of one person ({@link SocialMembers#identity}). Each is looked up by a text: a hash table of
 * texts stays fast when somebody sends many with one hash, as one of JSON values does not.
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
     * The elements of the first, then those of the second that it does not hold.
     *
     * @param sameEntry what two different social entries of one person become
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

    /** Adds an element at the end, unless the same one is there already: then gives that one. */
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

    /** A text that two elements have in common when they are the same. */
    public static String key(JsonValue element) {
        var identity = element instanceof JsonObject object ? SocialMembers.identity(object) : null;
        return identity == null ? text(element) : "@" + identity;
    }

    /** A text that two values have in common when they are equal. */
    public static String text(JsonValue value) {
        var text = new StringBuilder();
        write(text, value);
        return text.toString();
    }

    private static void write(StringBuilder text, JsonValue value) {
        if (value instanceof JsonString string) {
            write(text.append('"'), string.getString());
        } else if (value instanceof JsonNumber number) {
            // 1 and 1.0 are not equal, and differ here as well
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

    /** In the order of their names: two objects are equal whatever the order of their members. */
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

    /** How many values a document holds, however often each: an empty object or array counts as one. */
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
