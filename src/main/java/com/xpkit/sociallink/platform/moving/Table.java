package com.xpkit.sociallink.platform.moving;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A table of one database.
 *
 * @param quote what its database puts around a name
 * @param name as its database spells it
 * @param columns those that hold values of their own, in any order
 */
record Table(String quote, String name, List<Column> columns) {

    /** Its name in lower case, alike in all databases. */
    String key() {
        return lower(name);
    }

    /**
     * The same table with its columns in the order of the other one.
     *
     * @throws IllegalStateException when the other one has other columns
     */
    Table inOrderOf(Table other) {
        var byName = columns.stream().collect(toMap(c -> lower(c.name()), c -> c));
        var ordered = other.columns.stream().map(c -> byName.get(lower(c.name()))).toList();
        if (ordered.contains(null) || ordered.size() != columns.size()) {
            throw new IllegalStateException("The table " + key() + " has other columns.");
        }
        return new Table(quote, name, ordered);
    }

    String select() {
        return "SELECT " + names().collect(joining(", ")) + " FROM " + quoted(name);
    }

    String count() {
        return "SELECT COUNT(*) FROM " + quoted(name);
    }

    String insert() {
        return "INSERT INTO %s (%s) VALUES (%s)"
                .formatted(
                        quoted(name),
                        names().collect(joining(", ")),
                        names().map(column -> "?").collect(joining(", ")));
    }

    private Stream<String> names() {
        return columns.stream().map(column -> quoted(column.name()));
    }

    private String quoted(String identifier) {
        return quote + identifier + quote;
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
