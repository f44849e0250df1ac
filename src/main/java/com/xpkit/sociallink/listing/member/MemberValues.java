package com.xpkit.sociallink.listing.member;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.LinkedHashSet;
import java.util.Set;

/** Takes a document apart into its values. Empty objects and arrays have none. */
public final class MemberValues {

    private final Set<MemberValue> values = new LinkedHashSet<>();

    private MemberValues() {}

    /** Each value once, however often it stands at the same path. */
    public static Set<MemberValue> of(JsonObject document) {
        var values = new MemberValues();
        values.addMembers("", document);
        return values.values;
    }

    private void addMembers(String prefix, JsonObject object) {
        object.forEach((name, value) -> add(prefix + name, value));
    }

    private void add(String path, JsonValue value) {
        if (value instanceof JsonObject object) {
            addMembers(path + ".", object);
        } else if (value instanceof JsonArray array) {
            array.forEach(element -> add(path, element));
        } else if (value instanceof JsonString string) {
            values.add(MemberValue.of(path, string.getString()));
            MemberValue.instantOf(path, string.getString()).ifPresent(values::add);
        } else if (value instanceof JsonNumber number) {
            values.add(MemberValue.of(path, number.bigDecimalValue()));
        } else {
            values.add(
                    value == JsonValue.NULL
                            ? MemberValue.ofNull(path)
                            : MemberValue.of(path, value == JsonValue.TRUE));
        }
    }
}
