package com.xpkit.sociallink.profile.merge;

import static com.xpkit.sociallink.api.SharedJson.JSON;

import com.xpkit.sociallink.profile.Elements;
import com.xpkit.sociallink.profile.SocialMembers;
import com.xpkit.sociallink.profile.merge.MergeChange.Kind;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Takes the changes of a merge out of a document that may have changed since. What came from elsewhere
 * since then stays; what the merge brought and somebody changed since stands in the way.
 */
final class DocumentUndo {

    private final Map<String, String> obstacles = new TreeMap<>();
    private final Map<String, String> withoutValues = new TreeMap<>();
    private final Map<JsonValue, JsonValue> taken = new HashMap<>();
    private JsonObject document;

    private DocumentUndo(JsonObject document) {
        this.document = document;
    }

    static DocumentUndo of(JsonObject document, List<MergeChange> changes) {
        var undo = new DocumentUndo(document);
        var backwards = new ArrayList<>(changes);
        Collections.reverse(backwards);
        backwards.forEach(undo::takeBack);
        return undo;
    }

    /** Each member that changed since, and how; when there is any, the undo cannot be done. */
    Map<String, String> obstacles() {
        return obstacles;
    }

    /** The same for a caller who may not read profiles. */
    Map<String, String> obstaclesWithoutValues() {
        return withoutValues;
    }

    /** What is left. */
    JsonObject document() {
        return document;
    }

    /** An element that was taken back, as it is now: a link may have renewed a social entry. */
    JsonValue now(JsonValue element) {
        return taken.getOrDefault(element, element);
    }

    /** Takes out the entries that links have made since for OpenIDs that are another profile's again. */
    List<JsonObject> takeEntriesOf(JsonArray openids) {
        var entries = document.getJsonArray("social").getValuesAs(JsonObject.class);
        var theirs = entries.stream().filter(e -> SocialMembers.isOfAny(openids, e)).toList();
        var ours = new ArrayList<>(entries);
        ours.removeAll(theirs);
        document =
                JSON.createObjectBuilder(document)
                        .add("social", JSON.createArrayBuilder(ours))
                        .build();
        return theirs;
    }

    private void takeBack(MergeChange change) {
        if (change.kind() == Kind.FILLED) {
            empty(change);
        } else if (change.kind() == Kind.JOINED) {
            part(change);
        }
    }

    private void empty(MergeChange change) {
        var pointer = JSON.createPointer(change.member());
        var value = value(change.member());
        if (change.value().equals(value)) {
            document =
                    change.before() == null
                            ? pointer.remove(document)
                            : pointer.replace(document, change.before());
        } else if (!DocumentMerge.isBlank(change.value())) {
            obstacles.put(change.member(), "was changed after the merge");
            withoutValues.put(change.member(), "was changed after the merge");
        }
    }

    private void part(MergeChange change) {
        var pointer = JSON.createPointer(change.member());
        var elements =
                new ArrayList<JsonValue>(
                        value(change.member()) instanceof JsonArray a ? a : List.of());
        var at = Elements.indexOf(elements, change.value());
        if (at < 0) {
            obstacles.put(change.member(), "lost " + shown(change.value()) + " after the merge");
            withoutValues.put(change.member(), "lost an element after the merge");
        } else {
            taken.put(change.value(), elements.remove(at));
            document = pointer.replace(document, JSON.createArrayBuilder(elements).build());
        }
    }

    /** Null where nothing is. A pointer would take what is an array by now for the object that it was. */
    private JsonValue value(String member) {
        JsonValue value = document;
        for (var name : member.substring(1).split("/", -1)) {
            value =
                    value instanceof JsonObject object
                            ? object.get(Json.decodePointer(name))
                            : null;
        }
        return value;
    }

    private static String shown(JsonValue value) {
        var text = value.toString();
        return text.length() > 100 ? text.substring(0, 100) + "…" : text;
    }
}
