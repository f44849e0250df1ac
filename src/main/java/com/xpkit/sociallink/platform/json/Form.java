package com.xpkit.sociallink.platform.json;

import static com.xpkit.sociallink.platform.json.SharedJson.JSON;

import com.xpkit.sociallink.platform.error.InvalidBody;
import com.xpkit.sociallink.platform.error.InvalidFields;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Reads the members of a resource out of a body and collects every fault, so that a caller is told all
 * of them at once. The service's own members ({@code created}, …) may come back with what was read.
 */
public final class Form {

    private static final Set<String> OWN = Set.of("created", "last_modified", "client_id");

    private final JsonObject json;
    private final Map<String, String> faults = new LinkedHashMap<>();

    private Form(JsonObject json) {
        this.json = json;
    }

    /**
     * A whole resource.
     *
     * @param body null when the request had none
     * @param known the members that a caller may send
     */
    public static Form of(JsonDocument body, Set<String> known) {
        var form = new Form(present(body));
        form.refuseUnknown(form.json, known);
        return form;
    }

    /** What a resource becomes by a merge patch (RFC 7396); null deletes a member. */
    public static Form patched(JsonObject current, JsonDocument patch, Set<String> known) {
        var json = present(patch);
        var form = new Form(JSON.createMergePatch(json).apply(current).asJsonObject());
        form.refuseUnknown(json, known);
        return form;
    }

    private static JsonObject present(JsonDocument body) {
        if (body == null) {
            throw new InvalidBody("The body is missing: it must be a JSON object.");
        }
        return body.json();
    }

    private void refuseUnknown(JsonObject given, Set<String> known) {
        given.keySet().stream()
                .filter(name -> !known.contains(name) && !OWN.contains(name))
                .forEach(name -> fault(name, "is unknown"));
    }

    /** What {@code account_id} says; null when it says nothing. */
    public String account() {
        return optional("account_id", 36).orElse(null);
    }

    /** A resource stays in its account; naming that one again is harmless. */
    public void keepAccount(UUID account) {
        if (account() != null && !account.toString().equalsIgnoreCase(account())) {
            fault("account_id", "cannot be changed");
        }
    }

    public void fault(String member, String reason) {
        faults.putIfAbsent(member, reason);
    }

    /** The text of a member, or an empty text and a fault when it is missing or blank. */
    public String required(String member, int maxLength) {
        var text = optional(member, maxLength);
        if (text.filter(t -> !t.isBlank()).isEmpty()) {
            fault(member, "is missing");
        }
        return text.orElse("");
    }

    /** The text of a member; null counts as absent. */
    public Optional<String> optional(String member, int maxLength) {
        var value = json.getOrDefault(member, JsonValue.NULL);
        if (value == JsonValue.NULL) {
            return Optional.empty();
        }
        if (!(value instanceof JsonString string)) {
            fault(member, "must be a string");
            return Optional.empty();
        }
        return Optional.of(checked(member, string.getString(), maxLength));
    }

    private String checked(String member, String text, int maxLength) {
        if (text.length() > maxLength) {
            fault(member, "is longer than " + maxLength + " characters");
        } else if (!isStorable(text)) {
            fault(member, "holds a control character or half of a surrogate pair");
        }
        return text;
    }

    /** PostgreSQL refuses NUL, no UTF-8 holds a lone surrogate; other controls are nobody's name. */
    private static boolean isStorable(String text) {
        return text.codePoints()
                .allMatch(
                        c ->
                                c >= ' ' && (c < 0xD800 || c > 0xDFFF)
                                        || c == '\n'
                                        || c == '\r'
                                        || c == '\t');
    }

    /** The strings of an array; a fault when the member is missing or anything else. */
    public List<String> texts(String member) {
        var texts = new ArrayList<String>();
        if (!(json.get(member) instanceof JsonArray array)) {
            fault(member, "must be an array of strings");
            return texts;
        }
        for (var value : array) {
            if (value instanceof JsonString string) {
                texts.add(string.getString());
            } else {
                fault(member, "must be an array of strings");
            }
        }
        return texts;
    }

    /** The objects of an array; a fault when the member is missing, empty or anything else. */
    public List<JsonObject> objects(String member) {
        if (json.get(member) instanceof JsonArray array
                && !array.isEmpty()
                && array.stream().allMatch(JsonObject.class::isInstance)) {
            return array.getValuesAs(JsonObject.class);
        }
        fault(member, "must be an array of at least one object");
        return List.of();
    }

    /** A member that is true or false; missing or null, it is false. */
    public boolean flag(String member) {
        var value = json.getOrDefault(member, JsonValue.NULL);
        if (value != JsonValue.NULL && value != JsonValue.TRUE && value != JsonValue.FALSE) {
            fault(member, "must be true or false");
        }
        return value == JsonValue.TRUE;
    }

    /**
     * @throws InvalidFields when there was a fault
     */
    public void check() {
        if (!faults.isEmpty()) {
            throw new InvalidFields(faults);
        }
    }
}
