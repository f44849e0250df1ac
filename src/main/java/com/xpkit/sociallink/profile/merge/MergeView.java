package com.xpkit.sociallink.profile.merge;

import static com.xpkit.sociallink.platform.json.SharedJson.JSON;

import com.xpkit.sociallink.platform.json.SharedJson;
import com.xpkit.sociallink.platform.listing.document.IndexedValue;
import com.xpkit.sociallink.platform.listing.document.IndexedValues;
import com.xpkit.sociallink.platform.rest.ResourceView;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The record of a merge as the API shows it. */
final class MergeView {

    private MergeView() {}

    /**
     * @param parts the profiles that were merged into the authority
     */
    static ResourceView of(Merge merge, List<UUID> parts) {
        var profiles = JSON.createArrayBuilder();
        parts.forEach(part -> profiles.add(part.toString()));
        var resource =
                JSON.createObjectBuilder()
                        .add("authority", merge.authority().toString())
                        .add("profiles", profiles)
                        .add("merged_by", merge.mergedBy())
                        .add("changes", SharedJson.array(merge.changes()))
                        .add("undone", text(merge.undone().map(Object::toString)))
                        .add("undone_by", text(merge.undoneBy()))
                        .add("created", merge.created().toString())
                        .add("last_modified", merge.lastModified().toString())
                        .build();
        var path = "/api/profile/" + merge.authority() + "/merges/";
        return new ResourceView(path, merge, resource);
    }

    private static JsonValue text(Optional<String> text) {
        return text.<JsonValue>map(JSON::createValue).orElse(JsonValue.NULL);
    }

    /** The values of a record's changes, with the paths at which the record shows them. */
    static Set<IndexedValue> values(JsonArray changes) {
        return IndexedValues.of(JSON.createObjectBuilder().add("changes", changes).build());
    }

    static List<MergeChange> changes(String text) {
        return SharedJson.array(text).getValuesAs(JsonObject.class).stream()
                .map(MergeChange::of)
                .toList();
    }
}
