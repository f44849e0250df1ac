package com.xpkit.sociallink.profile.merge;

import com.xpkit.sociallink.platform.error.Quote;
import com.xpkit.sociallink.profile.ProfileArrays;
import com.xpkit.sociallink.profile.SocialMembers;
import com.xpkit.sociallink.profile.merge.MergeChange.Kind;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Removes the changes of a merge from a document that may have changed since. Later values from elsewhere stay; values
 * of the merge that were changed later are obstacles.
 */
final class DocumentUndo {

    private final Map<String, String> obstacles = new TreeMap<>();
    private final Map<String, String> withoutValues = new TreeMap<>();
    private final Map<String, JsonValue> taken = new HashMap<>();
    private final OpenObject document;

    private DocumentUndo(JsonObject document) {
        this.document = new OpenObject(document);
    }

    static DocumentUndo of(JsonObject document, List<MergeChange> changes) {
        var undo = new DocumentUndo(document);
        var backwards = new ArrayList<>(changes);
        Collections.reverse(backwards);
        backwards.forEach(undo::takeBack);
        return undo;
    }

    /** Each member that changed since the merge, and how; if there is any, the merge cannot be undone. */
    Map<String, String> obstacles() {
        return obstacles;
    }

    /** The same for an actor who may not read profiles. */
    Map<String, String> obstaclesWithoutValues() {
        return withoutValues;
    }

    /** The document without the merge. */
    JsonObject document() {
        return document.json();
    }

    /** The current state of an element that was taken back: a link may have renewed a social entry. */
    JsonValue now(JsonValue element) {
        return taken.getOrDefault(ProfileArrays.text(element), element);
    }

    /** Removes the entries that links have made since the merge for OpenIDs that go back to another profile. */
    List<JsonValue> takeEntriesOf(JsonArray openids) {
        var theirs = openids.getValuesAs(JsonString.class).stream().map(SocialMembers::of).toList();
        return document.array("social").map(entries -> entries.takeAll(theirs)).orElse(List.of());
    }

    private void takeBack(MergeChange change) {
        if (change.kind() == Kind.FILLED) {
            empty(change);
        } else if (change.kind() == Kind.JOINED) {
            part(change);
        }
    }

    private void empty(MergeChange change) {
        var place = Place.of(change.member());
        var parent = parent(place).filter(object -> object.has(place.name(), change.value()));
        if (parent.isEmpty()) {
            if (!DocumentMerge.isBlank(change.value())) {
                obstacle(change, "was changed after the merge", "was changed after the merge");
            }
        } else if (change.before() == null) {
            parent.get().remove(place.name());
        } else {
            parent.get().replace(place.name(), change.before());
        }
    }

    private void part(MergeChange change) {
        var place = Place.of(change.member());
        parent(place)
                .flatMap(object -> object.array(place.name()))
                .flatMap(array -> array.take(change.value()))
                .ifPresentOrElse(
                        element -> taken.put(ProfileArrays.text(change.value()), element),
                        () ->
                                obstacle(
                                        change,
                                        "lost " + shown(change.value()) + " after the merge",
                                        "lost an element after the merge"));
    }

    private void obstacle(MergeChange change, String why, String whyWithoutValues) {
        obstacles.put(change.member(), why);
        withoutValues.put(change.member(), whyWithoutValues);
    }

    /** Empty if there is no object, or if it has become an array. */
    private Optional<OpenObject> parent(Place place) {
        var parent = Optional.of(document);
        for (var name : place.parents()) {
            parent = parent.flatMap(object -> object.object(name));
        }
        return parent;
    }

    private static String shown(JsonValue value) {
        return Quote.of(value.toString());
    }

    /**
     * A parsed JSON Pointer.
     *
     * @param parents the names of the objects on the path
     */
    private record Place(List<String> parents, String name) {

        static Place of(String pointer) {
            var names =
                    Stream.of(pointer.substring(1).split("/", -1))
                            .map(Json::decodePointer)
                            .toList();
            var last = names.size() - 1;
            return new Place(names.subList(0, last), names.get(last));
        }
    }
}
