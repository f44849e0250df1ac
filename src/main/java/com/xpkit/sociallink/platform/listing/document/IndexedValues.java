package com.xpkit.sociallink.platform.listing.document;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** Splits a document into its values. Empty objects and arrays have none. */
public final class IndexedValues {

    private final Set<IndexedValue> values = new LinkedHashSet<>();

    /** Stored paths, cached because shortening a long one takes a hash, and many values may share a path. */
    private final Map<String, String> paths = new HashMap<>();

    private IndexedValues() {}

    /** The distinct values, each once for its path. */
    public static Set<IndexedValue> of(JsonObject document) {
        var values = new IndexedValues();
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
        } else {
            addScalar(paths.computeIfAbsent(path, IndexedValue::path), value);
        }
    }

    /**
     * @param path in its stored form
     */
    private void addScalar(String path, JsonValue value) {
        if (value instanceof JsonString string) {
            values.add(IndexedValue.of("", string.getString()).at(path));
            IndexedValue.instantOf("", string.getString())
                    .map(instant -> instant.at(path))
                    .ifPresent(values::add);
        } else if (value instanceof JsonNumber number) {
            values.add(IndexedValue.of("", number.bigDecimalValue()).at(path));
        } else {
            values.add(
                    value == JsonValue.NULL
                            ? IndexedValue.ofNull("").at(path)
                            : IndexedValue.of("", value == JsonValue.TRUE).at(path));
        }
    }
}
