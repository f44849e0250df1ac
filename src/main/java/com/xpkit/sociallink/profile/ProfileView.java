package com.xpkit.sociallink.profile;

import static com.xpkit.sociallink.platform.json.SharedJson.JSON;

import com.xpkit.sociallink.platform.json.SharedJson;
import com.xpkit.sociallink.platform.rest.ResourceView;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.List;

/** A profile as the API shows it. Absent values are left out, but the arrays of keys are always there. */
public final class ProfileView {

    private ProfileView() {}

    public static ResourceView of(Profile profile) {
        return of(profile, profile.keys());
    }

    /**
     * @param keys the keys of the profile, in order: a page of profiles loads all keys at once
     */
    public static ResourceView of(Profile profile, List<ProfileKey> keys) {
        var resource =
                JSON.createObjectBuilder(members(profile, keys))
                        .add("created", profile.created().toString())
                        .add("last_modified", profile.lastModified().toString())
                        .build();
        return new ResourceView("/api/profile/", profile, resource);
    }

    /** The members that a caller may change. */
    public static JsonObject members(Profile profile) {
        return members(profile, profile.keys());
    }

    private static JsonObject members(Profile profile, List<ProfileKey> keys) {
        var document = document(profile);
        var json = JSON.createObjectBuilder();
        json.add("wechat_openid", values(keys, ProfileKey.WECHAT_OPENID));
        add(json, "gender", profile.gender());
        var address = address(profile, document);
        if (!address.isEmpty()) {
            json.add("address", address);
        }
        json.add("social", SocialMembers.of(keys, document));
        json.add("email", values(keys, "email"));
        json.add("qr_code", values(keys, "qr_code"));
        json.add("rfid", values(keys, "rfid"));
        document.forEach(
                (name, value) -> {
                    if (!name.equals("address") && !name.equals("social")) {
                        json.add(name, value);
                    }
                });
        return json.build();
    }

    private static JsonObject document(Profile profile) {
        return profile.document() == null
                ? JsonValue.EMPTY_JSON_OBJECT
                : SharedJson.object(profile.document());
    }

    private static JsonArrayBuilder values(List<ProfileKey> keys, String kind) {
        var values = JSON.createArrayBuilder();
        keys.stream()
                .filter(key -> key.kind().equals(kind))
                .forEach(key -> values.add(key.value()));
        return values;
    }

    private static JsonObject address(Profile profile, JsonObject document) {
        var address = JSON.createObjectBuilder();
        add(address, "city", profile.city());
        add(address, "province", profile.province());
        add(address, "country", profile.country());
        document.getOrDefault("address", JsonValue.EMPTY_JSON_OBJECT)
                .asJsonObject()
                .forEach(address::add);
        return address.build();
    }

    private static void add(JsonObjectBuilder json, String name, String value) {
        if (value != null) {
            json.add(name, value);
        }
    }
}
