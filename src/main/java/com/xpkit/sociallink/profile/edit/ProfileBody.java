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
 * @param account the value of {@code account_id}; null if it has none
 * @param members all other members
 */
public record ProfileBody(String account, JsonObject members) {

    private static final String ACCOUNT = "account_id";

    /**
     * @param body null if there is none; that is an empty profile, for which XPKit's SDK sends no body
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

    /** The members, for a profile that stays in its account. The body may only name this account. */
    public JsonObject membersIn(UUID home) {
        if (account != null && !account.equalsIgnoreCase(home.toString())) {
            throw new InvalidFields(Map.of(ACCOUNT, "cannot be changed"));
        }
        return members;
    }

    /** The members are personal data. */
    @Override
    public String toString() {
        return "ProfileBody";
    }
}
