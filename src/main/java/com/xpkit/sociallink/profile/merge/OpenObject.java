package com.xpkit.sociallink.profile.merge;

import static com.xpkit.sociallink.platform.json.SharedJson.JSON;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** An object whose members change in place; those that are objects and arrays are opened when asked for. */
final class OpenObject implements OpenValue {

    private final Map<String, JsonValue> closed;
    private final Map<String, OpenValue> open = new LinkedHashMap<>();

    OpenObject(JsonObject object) {
        closed = new LinkedHashMap<>(object);
    }

    /** The member, when it is an object. */
    Optional<OpenObject> object(String name) {
        if (closed.get(name) instanceof JsonObject object) {
            open.computeIfAbsent(name, opened -> new OpenObject(object));
        }
        return Optional.ofNullable(open.get(name))
                .filter(OpenObject.class::isInstance)
                .map(OpenObject.class::cast);
    }

    /** The member, when it is an array. */
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

    /** In the place of what was there. */
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
