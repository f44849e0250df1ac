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
 * Reads the members of a resource from a body and collects every fault, so that a caller learns of all of them at once.
 * The service's own members ({@code created}, …) may be sent back as they were read.
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

    /** The resource after a merge patch (RFC 7396); null deletes a member. */
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

    /** The value of {@code account_id}; null when it is absent. */
    public String account() {
        return optional("account_id", 36).orElse(null);
    }

    /** A resource stays in its account; naming the same account again is harmless. */
    public void keepAccount(UUID account) {
        if (account() != null && !account.toString().equalsIgnoreCase(account())) {
            fault("account_id", "cannot be changed");
        }
    }

    public void fault(String member, String reason) {
        faults.putIfAbsent(member, reason);
    }

    /** The text of a member; an empty text and a fault when it is missing or blank. */
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

    /** PostgreSQL refuses NUL, UTF-8 cannot encode a lone surrogate, and other control characters belong in no name. */
    private static boolean isStorable(String text) {
        return text.codePoints()
                .allMatch(
                        c ->
                                c >= ' ' && (c < 0xD800 || c > 0xDFFF)
                                        || c == '\n'
                                        || c == '\r'
                                        || c == '\t');
    }

    /** The strings of an array; a fault when the member is missing or not an array of strings. */
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

    /** The objects of an array; a fault when the member is missing, empty or not an array of objects. */
    public List<JsonObject> objects(String member) {
        if (json.get(member) instanceof JsonArray array
                && !array.isEmpty()
                && array.stream().allMatch(JsonObject.class::isInstance)) {
            return array.getValuesAs(JsonObject.class);
        }
        fault(member, "must be an array of at least one object");
        return List.of();
    }

    /** A boolean member; false when missing or null. */
    public boolean flag(String member) {
        var value = json.getOrDefault(member, JsonValue.NULL);
        if (value != JsonValue.NULL && value != JsonValue.TRUE && value != JsonValue.FALSE) {
            fault(member, "must be true or false");
        }
        return value == JsonValue.TRUE;
    }

    /**
     * @throws InvalidFields when there was any fault
     */
    public void check() {
        if (!faults.isEmpty()) {
            throw new InvalidFields(faults);
        }
    }
}
