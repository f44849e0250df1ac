package com.xpkit.sociallink.profile.edit;

import static com.xpkit.sociallink.platform.json.SharedJson.JSON;

import com.xpkit.sociallink.platform.error.InvalidFields;
import com.xpkit.sociallink.platform.json.JsonDocument;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Map;
import java.util.UUID;

/**
 * The body of a request about one profile.
 *
 * @param account what {@code account_id} says; null when it says nothing
 * @param members all others
 */
public record ProfileBody(String account, JsonObject members) {

    private static final String ACCOUNT = "account_id";

    /**
     * @param body null for none, which is an empty profile: XPKit's SDK sends no body for one
     */
    public static ProfileBody of(JsonDocument body) {
        var json = body == null ? JsonValue.EMPTY_JSON_OBJECT : body.json();
        var account = json.getOrDefault(ACCOUNT, JsonValue.NULL);
        if (account == JsonValue.NULL) {
            return new ProfileBody(null, without(json));
        }
        if (account instanceof JsonString id) {
            return new ProfileBody(id.getString(), without(json));
        }
        throw new InvalidFields(Map.of(ACCOUNT, "must be a string"));
    }

    private static JsonObject without(JsonObject json) {
        return json.containsKey(ACCOUNT)
                ? JSON.createObjectBuilder(json).remove(ACCOUNT).build()
                : json;
    }

    /** A profile stays in its account; naming that one again is harmless. */
    public JsonObject membersIn(UUID home) {
        if (account != null && !account.equalsIgnoreCase(home.toString())) {
            throw new InvalidFields(Map.of(ACCOUNT, "cannot be changed"));
        }
        return members;
    }

    /** It is personal. */
    @Override
    public String toString() {
        return "ProfileBody";
    }
}
