package com.xpkit.sociallink.platform.listing;

import com.xpkit.sociallink.platform.rest.Ids;
import com.xpkit.sociallink.platform.storage.HashedId;
import com.xpkit.sociallink.platform.storage.TimeOrderedId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Compares stored ids with the texts of a filter, as if the ids were stored as texts. A text that is no id equals none, but
 * still is before or after each of them.
 */
final class IdComparison {

    /** The digits at each place of a stored id: of {@link TimeOrderedId}, and of {@link HashedId}. */
    private static final List<List<String>> KINDS =
            List.of(
                    places("xxxxxxxx-xxxx-7xxx-vxxx-xxxxxxxxxxxx", "89ab"),
                    places("xxxxxxxx-xxxx-8xxx-vxxx-xxxxxxxxxxxx", "ab"));

    private IdComparison() {}

    /**
     * @param variants the digits in the place of the v
     */
    private static List<String> places(String id, String variants) {
        return id.chars()
                .mapToObj(
                        place ->
                                switch (place) {
                                    case 'x' -> "0123456789abcdef";
                                    case 'v' -> variants;
                                    default -> Character.toString(place);
                                })
                .toList();
    }

    /** See {@link Field#matches}. */
    static String jpql(String path, Operator operator, List<Object> texts, Parameters parameters) {
        return operator.compares()
                ? ordered(path, operator, (String) texts.get(0), parameters)
                : equal(path, texts, parameters);
    }

    /** JPQL of the text of an id. */
    static String text(String path) {
        return "FUNCTION('concat_ws', '', " + path + ", '')";
    }

    private static String equal(String path, List<Object> texts, Parameters parameters) {
        var ids = texts.stream().flatMap(text -> exact((String) text).stream()).toList();
        return ids.isEmpty() ? "1 = 0" : parameters.compared(path, Operator.IN, ids);
    }

    private static Optional<UUID> exact(String text) {
        return Ids.parse(text).filter(id -> id.toString().equals(text));
    }

    private static String ordered(
            String path, Operator operator, String text, Parameters parameters) {
        var next = next(text);
        if (next.isEmpty()) {
            return operator.isUpwards() ? "1 = 0" : "1 = 1";
        }
        var bound = parameters.add(UUID.fromString(next.get()));
        if (next.get().equals(text)) {
            return path + " " + operator.sign() + " " + bound;
        }
        return path + (operator.isUpwards() ? " >= " : " < ") + bound;
    }

    /** The first possible id that is not before the text; empty when all are before it. */
    static Optional<String> next(String text) {
        return KINDS.stream()
                .flatMap(places -> next(text, places).stream())
                .min(Comparator.naturalOrder());
    }

    private static Optional<String> next(String text, List<String> places) {
        var same = 0;
        while (same < Math.min(text.length(), places.size())
                && places.get(same).indexOf(text.charAt(same)) >= 0) {
            same++;
        }
        if (same == text.length()) {
            return Optional.of(text + firstAfter(same, places));
        }
        for (int place = Math.min(same, places.size() - 1); place >= 0; place--) {
            var greater = greater(places.get(place), text.charAt(place));
            if (greater.isPresent()) {
                return Optional.of(
                        text.substring(0, place) + greater.get() + firstAfter(place + 1, places));
            }
        }
        return Optional.empty();
    }

    private static Optional<Character> greater(String digits, char than) {
        return digits.chars()
                .filter(digit -> digit > than)
                .mapToObj(digit -> (char) digit)
                .findFirst();
    }

    /** The rest of the first possible id. */
    private static String firstAfter(int count, List<String> places) {
        return places.stream()
                .skip(count)
                .map(digits -> digits.substring(0, 1))
                .reduce("", String::concat);
    }
}
