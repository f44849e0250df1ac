package com.xpkit.sociallink.platform.listing;

import com.xpkit.sociallink.platform.rest.Ids;
import com.xpkit.sociallink.platform.storage.HashedId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Compares stored ids with the texts of a filter, as if the ids were stored as texts. A text that is no id equals none, but
 * still is before or after each of them.
 */
final class IdComparison {

    /** The digits that each place of a stored id can have. All ids are of version 7 or 8. */
    private static final List<String> PLACES =
            "xxxxxxxx-xxxx-Vxxx-vxxx-xxxxxxxxxxxx"
                    .chars()
                    .mapToObj(
                            place ->
                                    switch (place) {
                                        case '-' -> "-";
                                        case 'V' -> "78";
                                        case 'v' -> "89ab";
                                        default -> "0123456789abcdef";
                                    })
                    .toList();

    /** No id of version 8 is like this ({@link HashedId}), and MariaDB refuses some that are. */
    private static final Pattern NEVER_STORED = Pattern.compile("(.{14}8.{4})[89].*");

    private IdComparison() {}

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
        return firstNotBefore(text).map(IdComparison::stored);
    }

    private static String stored(String id) {
        var never = NEVER_STORED.matcher(id);
        return never.matches() ? never.group(1) + "a" + firstAfter(20) : id;
    }

    private static Optional<String> firstNotBefore(String text) {
        var same = 0;
        while (same < Math.min(text.length(), PLACES.size())
                && PLACES.get(same).indexOf(text.charAt(same)) >= 0) {
            same++;
        }
        if (same == text.length()) {
            return Optional.of(text + firstAfter(same));
        }
        for (int place = Math.min(same, PLACES.size() - 1); place >= 0; place--) {
            var greater = greater(place, text.charAt(place));
            if (greater.isPresent()) {
                return Optional.of(
                        text.substring(0, place) + greater.get() + firstAfter(place + 1));
            }
        }
        return Optional.empty();
    }

    private static Optional<Character> greater(int place, char than) {
        return PLACES.get(place)
                .chars()
                .filter(digit -> digit > than)
                .mapToObj(digit -> (char) digit)
                .findFirst();
    }

    /** The rest of the first possible id. */
    private static String firstAfter(int places) {
        return PLACES.stream()
                .skip(places)
                .map(digits -> digits.substring(0, 1))
                .reduce("", String::concat);
    }
}
