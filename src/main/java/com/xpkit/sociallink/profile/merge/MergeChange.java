package com.xpkit.sociallink.profile.merge;

import static com.xpkit.sociallink.platform.json.SharedJson.JSON;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.UUID;

/**
 * What a merge does to one member.
 *
 * @param member a JSON Pointer (RFC 6901), such as {@code /address/city}
 * @param value the value in question
 * @param before the blank value that was filled; null when the member was absent
 * @param from the profile that the value comes from
 */
record MergeChange(String member, Kind kind, JsonValue value, JsonValue before, UUID from) {

    enum Kind {
        /** The authority's value stays. */
        KEPT,
        /** The authority had no value and gets this one. */
        FILLED,
        /** An element joins the authority's array. */
        JOINED,
        /** The authority has another value; this one is dropped. */
        DROPPED;

        String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    JsonObject json() {
        var json =
                JSON.createObjectBuilder()
                        .add("member", member)
                        .add("change", kind.word())
                        .add("value", value)
                        .add("from", from.toString());
        if (before != null) {
            json.add("before", before);
        }
        return json.build();
    }

    static MergeChange of(JsonObject json) {
        return new MergeChange(
                json.getString("member"),
                Kind.valueOf(json.getString("change").toUpperCase(java.util.Locale.ROOT)),
                json.get("value"),
                json.get("before"),
                UUID.fromString(json.getString("from")));
    }
}
