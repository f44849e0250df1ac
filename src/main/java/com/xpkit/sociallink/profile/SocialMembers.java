package com.xpkit.sociallink.profile;

import static com.xpkit.sociallink.platform.json.SharedJson.JSON;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The entries of {@code social}. WeChat's entries are stored in the rows of their OpenIDs, because links write them.
 * Anything that an API client has added to them, and all other entries, are stored in the document.
 */
public final class SocialMembers {

    public static final String WECHAT = "wechat";

    /** The members that are stored in an OpenID's row, with their maximum lengths in characters. */
    static final Map<String, Integer> MAX_LENGTHS =
            new TreeMap<>(
                    Map.of(
                            "type", 64,
                            "openid", 255,
                            "nickname", 255,
                            "headimgurl", 1024,
                            "app_id", 64,
                            "unionid", 128));

    private SocialMembers() {}

    /** The names of the members that any entry may have. */
    public static List<String> names() {
        return List.copyOf(MAX_LENGTHS.keySet());
    }

    /** What the document keeps of an entry whose other members are stored in the OpenID's row. */
    static JsonObject more(String openid, JsonObject members) {
        return JSON.createObjectBuilder()
                .add("type", WECHAT)
                .add("openid", openid)
                .addAll(JSON.createObjectBuilder(members))
                .build();
    }

    /** All entries: those of the profile's OpenIDs, then the others. */
    static JsonArray of(List<ProfileKey> keys, JsonObject document) {
        var kept = document.getOrDefault("social", JsonValue.EMPTY_JSON_ARRAY).asJsonArray();
        var others = new TreeMap<Integer, JsonObject>();
        kept.getValuesAs(JsonObject.class).forEach(entry -> others.put(others.size(), entry));
        var places = placesByPerson(others);
        var social = JSON.createArrayBuilder();
        for (var key : keys) {
            if (key.entry() != null) {
                var same = places.getOrDefault(person(key), List.of());
                social.add(entry(key, more(key, same, others)));
            }
        }
        others.values().forEach(social::add);
        return social.build();
    }

    private static Map<String, List<Integer>> placesByPerson(Map<Integer, JsonObject> entries) {
        var places = new HashMap<String, List<Integer>>();
        entries.forEach(
                (place, entry) ->
                        places.computeIfAbsent(
                                        String.valueOf(identity(entry)), at -> new ArrayList<>())
                                .add(place));
        return places;
    }

    /** What the document adds to an OpenID's entry; removes it from the others. */
    private static Optional<JsonObject> more(
            ProfileKey key, List<Integer> places, Map<Integer, JsonObject> others) {
        return places.stream()
                .filter(place -> others.containsKey(place) && adds(others.get(place), key))
                .findFirst()
                .map(others::remove);
    }

    /** The row's members, then those that the document adds. */
    private static JsonObject entry(ProfileKey key, Optional<JsonObject> more) {
        var entry = JSON.createObjectBuilder().add("type", WECHAT).add("openid", key.value());
        var told = key.entry();
        add(entry, "nickname", told.nickname());
        add(entry, "headimgurl", told.headimgurl());
        add(entry, "app_id", told.appId());
        add(entry, "unionid", told.unionid());
        return more.map(m -> joined(m, entry.build())).orElseGet(entry::build);
    }

    private static JsonObject joined(JsonObject more, JsonObject told) {
        var whole = JSON.createObjectBuilder(told);
        more.forEach((name, value) -> whole.add(name, told.getOrDefault(name, value)));
        return whole.build();
    }

    private static boolean adds(JsonObject other, ProfileKey key) {
        var appId = text(other, "app_id");
        return appId == null || appId.equals(key.entry().appId());
    }

    private static String person(ProfileKey key) {
        return WECHAT + " " + key.value();
    }

    /** Equal for two entries of the same person; null when an entry does not identify a person. */
    public static String identity(JsonObject entry) {
        var type = text(entry, "type");
        var openid = text(entry, "openid");
        return type == null || openid == null ? null : type + " " + openid;
    }

    /** WeChat's entry of an OpenID, with only the members that identify the person. */
    public static JsonObject of(JsonString openid) {
        return JSON.createObjectBuilder().add("type", WECHAT).add("openid", openid).build();
    }

    private static String text(JsonObject object, String member) {
        return object.get(member) instanceof JsonString string ? string.getString() : null;
    }

    private static void add(JsonObjectBuilder json, String name, String value) {
        if (value != null) {
            json.add(name, value);
        }
    }
}
