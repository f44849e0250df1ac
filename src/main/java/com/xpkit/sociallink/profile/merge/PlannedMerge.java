package com.xpkit.sociallink.profile.merge;

import static com.xpkit.sociallink.platform.json.SharedJson.JSON;

import com.xpkit.sociallink.platform.error.InvalidBody;
import com.xpkit.sociallink.profile.ProfileForm;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.util.Map;
import java.util.UUID;

/**
 * A requested merge, with the documents of its profiles. The result is computed here, after the transaction has ended.
 *
 * @param members the authority's members
 * @param others the members of the other profiles, in their order
 * @param max how many values all may have together
 */
record PlannedMerge(UUID authority, JsonObject members, Map<UUID, JsonObject> others, int max) {

    /**
     * The change of each member.
     *
     * @throws InvalidBody when the profiles are too large together
     */
    JsonObject preview() {
        var merge = DocumentMerge.of(members, others, max);
        ProfileForm.of(merge.whole());
        return JSON.createObjectBuilder()
                .add("authority", authority.toString())
                .add("profiles", ids())
                .add("resource", merge.whole())
                .add("changes", changes(merge))
                .build();
    }

    private JsonArrayBuilder ids() {
        var ids = JSON.createArrayBuilder();
        others.keySet().forEach(id -> ids.add(id.toString()));
        return ids;
    }

    private JsonArrayBuilder changes(DocumentMerge merge) {
        var changes = JSON.createArrayBuilder();
        members.forEach(
                (name, value) -> {
                    if (!DocumentMerge.isBlank(value)) {
                        var member = "/" + Json.encodePointer(name);
                        changes.add(
                                new MergeChange(
                                                member,
                                                MergeChange.Kind.KEPT,
                                                value,
                                                null,
                                                authority)
                                        .json());
                    }
                });
        merge.changes().forEach(change -> changes.add(change.json()));
        return changes;
    }
}
