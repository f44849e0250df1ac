package com.xpkit.sociallink.platform.moving;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The order in which rows can be inserted: each table after those that it refers to. */
final class InsertionOrder {

    private InsertionOrder() {}

    /**
     * The names in order; by name where the order does not matter. A table that refers to itself is no circle.
     *
     * @param references the names of the tables that each table refers to
     * @throws IllegalStateException when tables refer to each other in a circle
     */
    static List<String> of(Map<String, Set<String>> references) {
        var waiting = new TreeMap<>(references);
        var ordered = new LinkedHashSet<String>();
        while (!waiting.isEmpty()) {
            var ready = waiting.keySet().stream().filter(t -> isReady(t, waiting)).toList();
            if (ready.isEmpty()) {
                throw new IllegalStateException("Tables in a circle: " + waiting.keySet());
            }
            ordered.addAll(ready);
            waiting.keySet().removeAll(ready);
        }
        return new ArrayList<>(ordered);
    }

    private static boolean isReady(String table, Map<String, Set<String>> waiting) {
        return waiting.get(table).stream()
                .allMatch(other -> other.equals(table) || !waiting.containsKey(other));
    }
}
