package com.xpkit.sociallink.profile;

import com.xpkit.sociallink.api.ResourceView;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;

/** A profile as the wire shows it. Absent values are left out, arrays are always there. */
final class ProfileView {

    private ProfileView() {}

    static ResourceView of(Profile profile) {
        var json = Json.createObjectBuilder();
        json.add("wechat_openid", values(profile, ProfileKey.WECHAT_OPENID));
        add(json, "gender", profile.gender());
        var address = address(profile);
        if (!address.isEmpty()) {
            json.add("address", address);
        }
        json.add("social", social(profile));
        json.add("email", values(profile, "email"));
        json.add("qr_code", values(profile, "qr_code"));
        json.add("rfid", values(profile, "rfid"));
        json.add("created", profile.created().toString());
        json.add("last_modified", profile.lastModified().toString());
        return new ResourceView("/api/profile/", profile.id(), profile.version(), json.build());
    }

    private static JsonArrayBuilder values(Profile profile, String kind) {
        var values = Json.createArrayBuilder();
        profile.keys().stream()
                .filter(key -> key.kind().equals(kind))
                .forEach(key -> values.add(key.value()));
        return values;
    }

    private static JsonObject address(Profile profile) {
        var address = Json.createObjectBuilder();
        add(address, "city", profile.city());
        add(address, "province", profile.province());
        add(address, "country", profile.country());
        return address.build();
    }

    private static JsonArrayBuilder social(Profile profile) {
        var social = Json.createArrayBuilder();
        profile.keys().stream()
                .filter(ProfileKey::hasSocialEntry)
                .forEach(key -> social.add(entry(key)));
        return social;
    }

    private static JsonObject entry(ProfileKey key) {
        var entry = Json.createObjectBuilder().add("type", "wechat").add("openid", key.value());
        add(entry, "nickname", key.nickname());
        add(entry, "headimgurl", key.headimgurl());
        add(entry, "app_id", key.appId());
        add(entry, "unionid", key.unionid());
        return entry.build();
    }

    private static void add(JsonObjectBuilder json, String name, String value) {
        if (value != null) {
            json.add(name, value);
        }
    }
}
