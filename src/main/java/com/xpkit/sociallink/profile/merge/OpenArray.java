package com.xpkit.sociallink.profile.merge;

import static com.xpkit.sociallink.platform.json.SharedJson.JSON;

import com.xpkit.sociallink.profile.ProfileArrays;
import jakarta.json.JsonArray;
import jakarta.json.JsonValue;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** An array from which elements are removed; an index finds them. */
final class OpenArray implements OpenValue {

    private final NavigableMap<Integer, JsonValue> elements = new TreeMap<>();
    private final Map<String, Deque<Integer>> places = new HashMap<>();

    OpenArray(JsonArray array) {
        for (var element : array) {
            places.computeIfAbsent(ProfileArrays.key(element), same -> new ArrayDeque<>())
                    .add(elements.size());
            elements.put(elements.size(), element);
        }
    }

    /** Removes the first element that is the same; see {@link ProfileArrays#key}. */
    Optional<JsonValue> take(JsonValue wanted) {
        return placesOf(wanted).map(Deque::poll).map(elements::remove);
    }

    /** Removes all elements that are the same as any of these, and returns them in the array's order. */
    List<JsonValue> takeAll(Collection<? extends JsonValue> wanted) {
        var taken = new TreeMap<Integer, JsonValue>();
        for (var value : wanted) {
            var same = placesOf(value).orElseGet(ArrayDeque::new);
            same.forEach(place -> taken.put(place, elements.remove(place)));
            same.clear();
        }
        return List.copyOf(taken.values());
    }

    private Optional<Deque<Integer>> placesOf(JsonValue wanted) {
        return Optional.ofNullable(places.get(ProfileArrays.key(wanted)));
    }

    @Override
    public JsonArray json() {
        return JSON.createArrayBuilder(elements.values()).build();
    }

    @Override
    public boolean hasSizeOf(JsonValue value) {
        return value instanceof JsonArray array && array.size() == elements.size();
    }
}
