package com.xpkit.sociallink.listing;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The order of a list; the id comes last, so that it is total and a page's end names one place in it.
 *
 * @param keys at least one
 */
record Order(List<Key> keys) {

    /**
     * @param isDescending whether the greatest comes first
     */
    record Key(Field field, boolean isDescending) {

        private boolean isDownwards(boolean isReversed) {
            return isDescending != isReversed;
        }
    }

    static Order by(List<Key> wanted) {
        var keys =
                new ArrayList<>(
                        wanted.isEmpty() ? List.of(new Key(Fields.CREATED, false)) : wanted);
        if (keys.stream().noneMatch(key -> key.field().equals(Fields.ID))) {
            keys.add(new Key(Fields.ID, false));
        }
        return new Order(List.copyOf(keys));
    }

    /** The select list: each key's value, with the name that {@link #jpql} orders by. */
    String columns(Parameters parameters) {
        var columns = new ArrayList<String>();
        for (var key : keys) {
            columns.add(key.field().ordered(parameters) + " as o" + columns.size());
        }
        return String.join(", ", columns);
    }

    String jpql(boolean isReversed) {
        var parts = new ArrayList<String>();
        for (var key : keys) {
            parts.add("o" + parts.size() + (key.isDownwards(isReversed) ? " desc" : " asc"));
        }
        return String.join(", ", parts);
    }

    /**
     * Holds for the rows behind a place: {@code a >= x and (a > x or (a = x and (b > y or …)))}. Databases
     * find the beginning in an index by the first part alone.
     */
    String behind(List<Object> place, boolean isReversed, Parameters parameters) {
        var jpql = "1 = 0";
        for (int i = place.size() - 1; i >= 0; i--) {
            var key = keys.get(i);
            var sign = key.isDownwards(isReversed) ? " < " : " > ";
            var path = key.field().ordered(parameters);
            var value = parameters.add(place.get(i));
            jpql = "(%s%s%s or (%s = %s and %s))".formatted(path, sign, value, path, value, jpql);
        }
        var first = keys.get(0);
        return "%s %s %s and %s"
                .formatted(
                        first.field().ordered(parameters),
                        first.isDownwards(isReversed) ? "<=" : ">=",
                        parameters.add(place.get(0)),
                        jpql);
    }

    /** Tells one order from another inside a page token. */
    String signature() {
        return keys.stream()
                .map(key -> key.field().name() + (key.isDescending() ? "-" : "+"))
                .collect(Collectors.joining(","));
    }
}
