package com.xpkit.sociallink.profile;

import static com.xpkit.sociallink.platform.json.SharedJson.JSON;

import com.xpkit.sociallink.platform.error.InvalidFields;
import com.xpkit.sociallink.platform.listing.document.IndexedValue;
import com.xpkit.sociallink.platform.listing.document.IndexedValues;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A profile as a caller writes it: members with a meaning are checked, all others are kept unchanged. {@code created}
 * and {@code last_modified} are the service's own and may be sent back as they were read.
 */
public final class ProfileForm {

    private static final Set<String> OWN = Set.of("created", "last_modified");
    private static final List<String> ADDRESS = List.of("city", "province", "country");

    private final Map<String, String> faults = new LinkedHashMap<>();
    private final Map<String, Set<String>> keys = new LinkedHashMap<>();
    private final Map<String, Optional<String>> texts = new HashMap<>();
    private final Map<String, SocialEntry> social = new HashMap<>();
    private final JsonObject document;
    private final int elements;
    private Optional<Set<IndexedValue>> values = Optional.empty();
    private Optional<String> text = Optional.empty();

    private ProfileForm(JsonObject json) {
        ProfileKey.KINDS.forEach(kind -> keys.put(kind, keys(kind, json.get(kind))));
        texts.put("gender", text("gender", json, "gender", 64));
        document = rest(json);
        elements = keyElements(json) + (document.isEmpty() ? 0 : ProfileArrays.count(document));
    }

    /**
     * @param json the members, without {@code account_id}
     * @throws InvalidFields naming each invalid member, and why
     */
    public static ProfileForm of(JsonObject json) {
        var form = new ProfileForm(json);
        if (!form.faults.isEmpty()) {
            throw new InvalidFields(form.faults);
        }
        return form;
    }

    private void fault(String member, String reason) {
        faults.putIfAbsent(member, reason);
    }

    private Set<String> keys(String kind, JsonValue value) {
        var keys = new LinkedHashSet<String>();
        if (isAbsent(value)) {
            return keys;
        }
        if (!(value instanceof JsonArray array)) {
            fault(kind, "must be an array of strings");
            return keys;
        }
        for (var element : array) {
            if (!(element instanceof JsonString string)) {
                fault(kind, "must be an array of strings");
            } else if (string.getString().isBlank() || string.getString().length() > 255) {
                fault(kind, "holds a string that is blank or longer than 255 characters");
            } else {
                keys.add(string.getString());
            }
        }
        return keys;
    }

    private static int keyElements(JsonObject json) {
        return ProfileKey.KINDS.stream()
                .map(json::get)
                .mapToInt(value -> value instanceof JsonArray array ? array.size() : 0)
                .sum();
    }

    private static boolean isAbsent(JsonValue value) {
        return value == null || value == JsonValue.NULL;
    }

    /** WeChat sends an empty text for anything it does not disclose, so it counts as absent. */
    private Optional<String> text(String path, JsonObject json, String member, int maxLength) {
        var value = json.get(member);
        if (isAbsent(value)) {
            return Optional.empty();
        }
        if (!(value instanceof JsonString string)) {
            fault(path, "must be a string");
            return Optional.empty();
        }
        if (string.getString().length() > maxLength) {
            fault(path, "is longer than " + maxLength + " characters");
        }
        return Optional.of(string.getString()).filter(text -> !text.isEmpty());
    }

    /**
     * The members without their own column, in the order in which they are shown, so that a profile that is read and
     * written back stays the same.
     */
    private JsonObject rest(JsonObject json) {
        var rest = JSON.createObjectBuilder();
        Stream.concat(
                        Stream.of("address", "social").filter(json::containsKey),
                        json.keySet().stream())
                .distinct()
                .forEach(name -> addRest(rest, name, json.get(name)));
        return rest.build();
    }

    private void addRest(JsonObjectBuilder rest, String name, JsonValue value) {
        if (name.startsWith("x__") || name.startsWith("_xpkit_")) {
            fault(name, "has a name that is reserved");
        } else if (name.equals("address")) {
            addAddress(rest, value);
        } else if (name.equals("social")) {
            addSocial(rest, value);
        } else if (!keys.containsKey(name) && !name.equals("gender") && !OWN.contains(name)) {
            rest.add(name, value);
        }
    }

    private void addAddress(JsonObjectBuilder rest, JsonValue value) {
        if (isAbsent(value)) {
            return;
        }
        if (!(value instanceof JsonObject address)) {
            fault("address", "must be an object");
            return;
        }
        ADDRESS.forEach(m -> texts.put(m, text("address." + m, address, m, 255)));
        var others = without(address, ADDRESS);
        if (!others.isEmpty()) {
            rest.add("address", others);
        }
    }

    private static JsonObject without(JsonObject object, Iterable<String> members) {
        var others = JSON.createObjectBuilder(object);
        members.forEach(others::remove);
        return others.build();
    }

    private void addSocial(JsonObjectBuilder rest, JsonValue value) {
        if (isAbsent(value)) {
            return;
        }
        if (!(value instanceof JsonArray entries)
                || !entries.stream().allMatch(JsonObject.class::isInstance)) {
            fault("social", "must be an array of objects");
            return;
        }
        var own = new HashMap<String, JsonObject>();
        var others = new ArrayList<JsonObject>();
        entries.getValuesAs(JsonObject.class).forEach(entry -> addEntry(own, others, entry));
        var kept = inShownOrder(own, others);
        if (!kept.isEmpty()) {
            rest.add("social", JSON.createArrayBuilder(kept));
        }
    }

    /** What belongs to the profile's OpenIDs is shown first, in their order. */
    private List<JsonObject> inShownOrder(Map<String, JsonObject> own, List<JsonObject> others) {
        return Stream.concat(
                        keys.get(ProfileKey.WECHAT_OPENID).stream()
                                .map(own::get)
                                .filter(Objects::nonNull),
                        others.stream())
                .toList();
    }

    /**
     * WeChat's entry of one of the profile's OpenIDs is stored where links write it; all others stay in the document.
     *
     * @param own what the document keeps of the entries of the profile's OpenIDs
     */
    private void addEntry(Map<String, JsonObject> own, List<JsonObject> others, JsonObject entry) {
        var texts = new HashMap<String, Optional<String>>();
        SocialMembers.MAX_LENGTHS.forEach(
                (member, maxLength) ->
                        texts.put(member, text("social." + member, entry, member, maxLength)));
        var openid = texts.get("openid").filter(keys.get(ProfileKey.WECHAT_OPENID)::contains);
        var isWeChats = texts.get("type").filter(SocialMembers.WECHAT::equals).isPresent();
        if (!isWeChats || openid.isEmpty() || !isFirst(openid.get(), texts.get("app_id"))) {
            others.add(entry);
            return;
        }
        social.put(
                openid.get(),
                new SocialEntry(
                        texts.get("app_id").orElseThrow(),
                        texts.get("nickname").orElse(null),
                        texts.get("headimgurl").orElse(null),
                        texts.get("unionid").orElse(null)));
        var more = without(entry, SocialMembers.MAX_LENGTHS.keySet());
        if (!more.isEmpty()) {
            own.put(openid.get(), SocialMembers.more(openid.get(), more));
        }
    }

    /** Whether this is the first entry of the OpenID for this Official Account. */
    private boolean isFirst(String openid, Optional<String> appId) {
        var first = social.get(openid);
        if (first != null && appId.filter(first.appId()::equals).isPresent()) {
            fault("social", "holds two entries of one openid with one app_id");
        }
        return first == null && appId.isPresent();
    }

    /** The values by which the profile is found, by kind, in their order. */
    public Map<String, Set<String>> keys() {
        return keys;
    }

    Optional<String> gender() {
        return texts.get("gender");
    }

    Optional<String> city() {
        return texts.getOrDefault("city", Optional.empty());
    }

    Optional<String> province() {
        return texts.getOrDefault("province", Optional.empty());
    }

    Optional<String> country() {
        return texts.getOrDefault("country", Optional.empty());
    }

    /** The social entry of one of the profile's OpenIDs; null when there is none. */
    SocialEntry social(String openid) {
        return social.get(openid);
    }

    /** The unionids in the social entries of its OpenIDs. */
    Set<String> unionids() {
        return social.values().stream()
                .map(SocialEntry::unionid)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    /** The number of all keys and of all values without their own column, counting repeated ones. */
    int elements() {
        return elements;
    }

    /** The distinct values of the members without their own column. */
    Set<IndexedValue> values() {
        values = values.or(() -> Optional.of(IndexedValues.of(document)));
        return values.orElseThrow();
    }

    /** The members without their own column, as one JSON object. */
    Optional<String> documentText() {
        if (document.isEmpty()) {
            return Optional.empty();
        }
        text = text.or(() -> Optional.of(document.toString()));
        return text;
    }
}
