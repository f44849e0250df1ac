package com.xpkit.sociallink.platform.listing;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The order of a list. The id comes last, so that the order is total and the end of a page is an unambiguous place.
 *
 * @param keys at least one
 */
record Order(List<Key> keys) {

    /**
     * @param isDescending whether the greatest value comes first
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

    /** The select list: the value of each key. */
    String columns(Parameters parameters) {
        return keys.stream()
                .map(key -> key.field().ordered(parameters))
                .collect(Collectors.joining(", "));
    }

    /**
     * The values again, not names for them in the select list: EclipseLink cannot parse such names on several threads at
     * once (eclipse-ee4j/eclipselink#2833).
     */
    String jpql(boolean isReversed, Parameters parameters) {
        return keys.stream()
                .map(
                        key ->
                                key.field().ordered(parameters)
                                        + (key.isDownwards(isReversed) ? " desc" : " asc"))
                .collect(Collectors.joining(", "));
    }

    /**
     * True for the rows after a place: {@code a >= x and case when a > x then 1 when a < x then 0 when b > y then 1 …}.
     * The first part alone lets databases find the beginning in an index. The keys are compared one after the other,
     * not nested: for ten nested ones, Hibernate's parser takes more than ten seconds the first time.
     */
    String after(List<Object> place, boolean isReversed, Parameters parameters) {
        var first = keys.get(0);
        var begin =
                "%s %s %s"
                        .formatted(
                                first.field().ordered(parameters),
                                first.isDownwards(isReversed) ? "<=" : ">=",
                                parameters.add(place.get(0)));
        var cases = new StringBuilder();
        for (int i = 0; i < place.size(); i++) {
            var isDownwards = keys.get(i).isDownwards(isReversed);
            cases.append(compared(i, isDownwards ? "<" : ">", place, parameters)).append("then 1 ");
            if (i < place.size() - 1) {
                cases.append(compared(i, isDownwards ? ">" : "<", place, parameters))
                        .append("then 0 ");
            }
        }
        return "%s and case %selse 0 end = 1".formatted(begin, cases);
    }

    private String compared(int i, String sign, List<Object> place, Parameters parameters) {
        var path = keys.get(i).field().ordered(parameters);
        return "when %s %s %s ".formatted(path, sign, parameters.add(place.get(i)));
    }

    /** Distinguishes orders inside a page token. */
    String signature() {
        return keys.stream()
                .map(key -> key.field().name() + (key.isDescending() ? "-" : "+"))
                .collect(Collectors.joining(","));
    }
}
