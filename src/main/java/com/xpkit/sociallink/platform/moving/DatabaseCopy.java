package com.xpkit.sociallink.platform.moving;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Copies all tables into an empty database with the same schema. */
final class DatabaseCopy {

    private final Connection from;
    private final Connection to;
    private final Progress progress;
    private final Map<String, Table> sources;
    private final List<Table> targets = new ArrayList<>();

    DatabaseCopy(Connection from, Connection to, Progress progress) throws SQLException {
        this.from = from;
        this.to = to;
        this.progress = progress;
        sources = Tables.of(from);
        var tables = Tables.of(to);
        Tables.inOrder(to).forEach(name -> targets.add(tables.get(name)));
        targets.removeIf(table -> !sources.containsKey(table.key()));
    }

    /** A table of the target that has rows. */
    Optional<String> occupied() throws SQLException {
        for (var table : targets) {
            if (count(to, table) > 0) {
                return Optional.of(table.key());
            }
        }
        return Optional.empty();
    }

    /** Whether the source has no rows. */
    boolean isOfNothing() throws SQLException {
        for (var target : targets) {
            if (count(from, sources.get(target.key())) > 0) {
                return false;
            }
        }
        return true;
    }

    /**
     * Copies everything and compares the numbers of rows.
     *
     * @return the number of rows of each table, in the order of copying
     * @throws IllegalStateException when the target has not got all rows, or has others as well
     */
    Map<String, Long> run() throws SQLException {
        var counts = new LinkedHashMap<String, Long>();
        for (var target : targets) {
            var source = sources.get(target.key()).inOrderOf(target);
            var rows = count(from, source);
            progress.begin(target.key(), rows);
            new TableCopy(from, to, progress).copy(source, target);
            counts.put(target.key(), rows);
        }
        for (var target : targets) {
            compare(target, counts.get(target.key()));
        }
        return counts;
    }

    private void compare(Table target, long expected) throws SQLException {
        var found = count(to, target);
        if (found != expected) {
            throw new IllegalStateException(
                    "The table %s has %d rows instead of %d."
                            .formatted(target.key(), found, expected));
        }
    }

    private static long count(Connection connection, Table table) throws SQLException {
        try (var statement = connection.createStatement();
                var found = statement.executeQuery(table.count())) {
            found.next();
            return found.getLong(1);
        }
    }
}
