package com.xpkit.sociallink.profile.merge;

import com.xpkit.sociallink.api.ResourceView;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.List;

/** A merge's record as the wire shows it. */
final class MergeView {

    private MergeView() {}

    /**
     * @param sides the profiles that became part of the authority
     */
    static ResourceView of(Merge merge, List<MergedProfile> sides) {
        var profiles = Json.createArrayBuilder();
        sides.forEach(side -> profiles.add(side.profile().toString()));
        var resource =
                Json.createObjectBuilder()
                        .add("authority", merge.authority().toString())
                        .add("profiles", profiles)
                        .add("merged_by", merge.mergedBy())
                        .add("changes", array(merge.changes()))
                        .add("undone", text(merge.undone().map(Object::toString)))
                        .add("undone_by", text(merge.undoneBy()))
                        .add("created", merge.created().toString())
                        .add("last_modified", merge.lastModified().toString())
                        .build();
        var path = "/api/profile/" + merge.authority() + "/merges/";
        return new ResourceView(path, merge, resource);
    }

    private static JsonValue text(java.util.Optional<String> text) {
        return text.<JsonValue>map(Json::createValue).orElse(JsonValue.NULL);
    }

    static List<MergeChange> changes(String text) {
        return array(text).getValuesAs(JsonObject.class).stream().map(MergeChange::of).toList();
    }

    private static JsonArray array(String text) {
        try (var reader = Json.createReader(new StringReader(text))) {
            return reader.readArray();
        }
    }

    static JsonObject object(String text) {
        try (var reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }
}
