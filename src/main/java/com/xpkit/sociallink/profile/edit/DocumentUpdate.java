package com.xpkit.sociallink.profile.edit;

import static com.xpkit.sociallink.platform.json.SharedJson.JSON;

import com.xpkit.sociallink.profile.ProfileArrays;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;

/**
 * Computes a document after a create-update. Members are overwritten, objects are updated member by member, arrays gain
 * missing elements, and null removes a member. Arrays never lose elements, so what another application has stored stays.
 */
final class DocumentUpdate {

    private DocumentUpdate() {}

    static JsonObject of(JsonObject stored, JsonObject update) {
        var whole = JSON.createObjectBuilder(stored);
        update.forEach(
                (name, value) -> {
                    if (value == JsonValue.NULL) {
                        whole.remove(name);
                    } else {
                        whole.add(name, updated(stored.get(name), value));
                    }
                });
        return whole.build();
    }

    private static JsonValue updated(JsonValue stored, JsonValue value) {
        if (value instanceof JsonObject object) {
            return of(stored instanceof JsonObject old ? old : JsonValue.EMPTY_JSON_OBJECT, object);
        }
        if (value instanceof JsonArray array && stored instanceof JsonArray old) {
            return ProfileArrays.joined(old, array, DocumentUpdate::of);
        }
        return value;
    }

    /** A new document. It has nothing that null could remove, so nulls are left out. */
    static JsonObject withoutNulls(JsonObject update) {
        return of(JsonValue.EMPTY_JSON_OBJECT, update);
    }
}
