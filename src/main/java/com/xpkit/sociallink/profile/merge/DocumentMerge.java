package com.xpkit.sociallink.profile.merge;

import static com.xpkit.sociallink.platform.json.SharedJson.JSON;

import com.xpkit.sociallink.platform.error.InvalidBody;
import com.xpkit.sociallink.profile.ProfileArrays;
import com.xpkit.sociallink.profile.merge.MergeChange.Kind;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The authority's document after others are merged into it: their arrays join its own, its blanks are filled, and none
 * of its values is overwritten. If several others could fill a blank, the first one does.
 */
final class DocumentMerge {

    private final List<MergeChange> changes = new ArrayList<>();
    private final int max;
    private JsonObject whole;

    private DocumentMerge(JsonObject authority, int max) {
        whole = authority;
        this.max = max;
    }

    /**
     * @param others by id, in their order
     * @param max how many values all documents may have together, and how many changes there may be
     * @throws InvalidBody when there are more
     */
    static DocumentMerge of(JsonObject authority, Map<UUID, JsonObject> others, int max) {
        var all = Stream.concat(Stream.of(authority), others.values().stream());
        if (all.mapToInt(ProfileArrays::count).sum() > max) {
            throw TooLarge.in("values", max);
        }
        var merge = new DocumentMerge(authority, max);
        others.forEach((id, other) -> merge.whole = merge.merged("", merge.whole, other, id));
        return merge;
    }

    JsonObject whole() {
        return whole;
    }

    List<MergeChange> changes() {
        return List.copyOf(changes);
    }

    private void add(MergeChange change) {
        if (changes.size() == max) {
            throw TooLarge.in("changes", max);
        }
        changes.add(change);
    }

    private JsonObject merged(String pointer, JsonObject ours, JsonObject theirs, UUID from) {
        var merged = new LinkedHashMap<String, JsonValue>(ours);
        theirs.forEach(
                (name, value) -> {
                    var member = pointer + "/" + Json.encodePointer(name);
                    if (!isBlank(value)) {
                        merged.put(name, merged(member, ours.get(name), value, from));
                    }
                });
        var json = JSON.createObjectBuilder();
        merged.forEach(json::add);
        return json.build();
    }

    private JsonValue merged(String member, JsonValue ours, JsonValue theirs, UUID from) {
        if (isBlank(ours)) {
            return filled(member, ours, theirs, from);
        }
        if (ours instanceof JsonObject mine && theirs instanceof JsonObject object) {
            return merged(member, mine, object, from);
        }
        if (ours instanceof JsonArray mine && theirs instanceof JsonArray array) {
            return joined(member, mine, array, from);
        }
        return dropped(member, ours, theirs, from);
    }

    /** An object or array starts empty and is filled member by member, so that each can be undone. */
    private JsonValue filled(String member, JsonValue ours, JsonValue theirs, UUID from) {
        if (theirs instanceof JsonObject object) {
            fill(member, ours, JsonValue.EMPTY_JSON_OBJECT, from);
            return merged(member, JsonValue.EMPTY_JSON_OBJECT, object, from);
        }
        if (theirs instanceof JsonArray array) {
            fill(member, ours, JsonValue.EMPTY_JSON_ARRAY, from);
            return joined(member, JsonValue.EMPTY_JSON_ARRAY, array, from);
        }
        fill(member, ours, theirs, from);
        return theirs;
    }

    private void fill(String member, JsonValue ours, JsonValue value, UUID from) {
        if (!value.equals(ours)) {
            add(new MergeChange(member, Kind.FILLED, value, ours, from));
        }
    }

    private JsonValue dropped(String member, JsonValue ours, JsonValue theirs, UUID from) {
        if (!ours.equals(theirs)) {
            add(new MergeChange(member, Kind.DROPPED, theirs, null, from));
        }
        return ours;
    }

    private JsonArray joined(String member, JsonArray ours, JsonArray theirs, UUID from) {
        var known = ProfileArrays.of(ours);
        for (var element : theirs) {
            known.join(element)
                    .ifPresentOrElse(
                            same -> dropped(member, same, element, from),
                            () -> add(new MergeChange(member, Kind.JOINED, element, null, from)));
        }
        return known.json();
    }

    static boolean isBlank(JsonValue value) {
        return value == null
                || value == JsonValue.NULL
                || value instanceof JsonString string && string.getString().isEmpty()
                || value instanceof JsonArray array && array.isEmpty()
                || value instanceof JsonObject object && object.isEmpty();
    }
}
