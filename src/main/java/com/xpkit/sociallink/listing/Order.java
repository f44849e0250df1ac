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

        String jpql(boolean isReversed) {
            return field.path() + (isDescending != isReversed ? " desc" : " asc");
        }

        String after(boolean isReversed) {
            return field.path() + (isDescending != isReversed ? " < " : " > ");
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

    String jpql(boolean isReversed) {
        return keys.stream().map(key -> key.jpql(isReversed)).collect(Collectors.joining(", "));
    }

    /** Holds for the rows behind a place: {@code a > x or (a = x and (b > y or …))}. */
    String behind(List<Object> place, boolean isReversed, Parameters parameters) {
        var jpql = "1 = 0";
        for (int i = place.size() - 1; i >= 0; i--) {
            var key = keys.get(i);
            var value = parameters.add(place.get(i));
            jpql =
                    "(%s%s or (%s = %s and %s))"
                            .formatted(
                                    key.after(isReversed), value, key.field().path(), value, jpql);
        }
        return jpql;
    }

    /** Tells one order from another inside a page token. */
    String signature() {
        return keys.stream()
                .map(key -> key.field().name() + (key.isDescending() ? "-" : "+"))
                .collect(Collectors.joining(","));
    }
}
