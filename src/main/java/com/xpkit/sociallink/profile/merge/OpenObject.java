package com.xpkit.sociallink.profile.merge;

import static com.xpkit.sociallink.platform.json.SharedJson.JSON;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** An object whose members change in place; inner objects and arrays are opened on demand. */
final class OpenObject implements OpenValue {

    private final Map<String, JsonValue> closed;
    private final Map<String, OpenValue> open = new LinkedHashMap<>();

    OpenObject(JsonObject object) {
        closed = new LinkedHashMap<>(object);
    }

    /** The member, if it is an object. */
    Optional<OpenObject> object(String name) {
        if (closed.get(name) instanceof JsonObject object) {
            open.computeIfAbsent(name, opened -> new OpenObject(object));
        }
        return Optional.ofNullable(open.get(name))
                .filter(OpenObject.class::isInstance)
                .map(OpenObject.class::cast);
    }

    /** The member, if it is an array. */
    Optional<OpenArray> array(String name) {
        if (closed.get(name) instanceof JsonArray array) {
            open.computeIfAbsent(name, opened -> new OpenArray(array));
        }
        return Optional.ofNullable(open.get(name))
                .filter(OpenArray.class::isInstance)
                .map(OpenArray.class::cast);
    }

    /** Whether the member is there and equals the value. */
    boolean has(String name, JsonValue value) {
        var opened = open.get(name);
        return opened == null
                ? value.equals(closed.get(name))
                : opened.hasSizeOf(value) && opened.json().equals(value);
    }

    /** Replaces the member. */
    void replace(String name, JsonValue value) {
        open.remove(name);
        closed.put(name, value);
    }

    void remove(String name) {
        open.remove(name);
        closed.remove(name);
    }

    @Override
    public JsonObject json() {
        var json = JSON.createObjectBuilder();
        closed.forEach(
                (name, value) ->
                        json.add(name, open.containsKey(name) ? open.get(name).json() : value));
        return json.build();
    }

    @Override
    public boolean hasSizeOf(JsonValue value) {
        return value instanceof JsonObject object && object.size() == closed.size();
    }
}
