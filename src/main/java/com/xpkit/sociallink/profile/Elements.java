package com.xpkit.sociallink.profile;

import static com.xpkit.sociallink.api.SharedJson.JSON;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BinaryOperator;

/** Arrays of profiles, as sets: an element stands in one once. */
public final class Elements {

    private Elements() {}

    /**
     * The elements of the first, then those of the second that it does not hold.
     *
     * @param sameEntry what two different social entries of one person ({@link
     *     SocialMembers#identity}) become
     */
    public static JsonArray joined(
            JsonArray first, JsonArray second, BinaryOperator<JsonObject> sameEntry) {
        var joined = new ArrayList<JsonValue>(first);
        for (var element : second) {
            var at = indexOf(joined, element);
            if (at < 0) {
                joined.add(element);
            } else if (element instanceof JsonObject object && !object.equals(joined.get(at))) {
                joined.set(at, sameEntry.apply(joined.get(at).asJsonObject(), object));
            }
        }
        return JSON.createArrayBuilder(joined).build();
    }

    /** Where an equal element stands, or an entry of the same person; -1 for nowhere. */
    public static int indexOf(List<? extends JsonValue> elements, JsonValue wanted) {
        for (int i = 0; i < elements.size(); i++) {
            if (isSame(elements.get(i), wanted)) {
                return i;
            }
        }
        return -1;
    }

    private static boolean isSame(JsonValue one, JsonValue other) {
        if (one instanceof JsonObject a && other instanceof JsonObject b) {
            var identity = SocialMembers.identity(a);
            return identity == null ? a.equals(b) : identity.equals(SocialMembers.identity(b));
        }
        return one.equals(other);
    }
}
