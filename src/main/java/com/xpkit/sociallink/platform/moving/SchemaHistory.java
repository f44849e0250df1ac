package com.xpkit.sociallink.platform.moving;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The migrations that a database has had, by version, each with its checksum and whether it succeeded; empty for a database
 * that the service has never used.
 */
record SchemaHistory(SortedMap<Integer, String> migrations) {

    /** Flyway's. Its names are in lower case, also on H2. */
    static final String TABLE = "flyway_schema_history";

    static SchemaHistory of(Connection connection) throws SQLException {
        var migrations = new TreeMap<Integer, String>();
        if (exists(connection)) {
            try (var statement = connection.createStatement();
                    var found = statement.executeQuery(query(connection))) {
                while (found.next()) {
                    var each = found.getString(2) + " " + found.getBoolean(3);
                    migrations.put(Integer.valueOf(found.getString(1)), each);
                }
            }
        }
        return new SchemaHistory(migrations);
    }

    private static boolean exists(Connection connection) throws SQLException {
        var schema = connection.getSchema();
        try (var found =
                connection.getMetaData().getTables(connection.getCatalog(), schema, TABLE, null)) {
            return found.next();
        }
    }

    private static String query(Connection connection) throws SQLException {
        return "SELECT `version`, `checksum`, `success` FROM `flyway_schema_history` WHERE `version` IS NOT NULL"
                .replace("`", connection.getMetaData().getIdentifierQuoteString());
    }

    /** Why nothing can be moved from a database with that history; empty when this is the same. */
    Optional<String> differenceTo(SchemaHistory source) {
        if (source.migrations.isEmpty()) {
            return Optional.of("It is not a database of this service: it has no tables of it.");
        }
        if (migrations.equals(source.migrations)) {
            return Optional.empty();
        }
        var theirs = source.migrations.lastKey();
        var own = migrations.lastKey();
        if (theirs.equals(own)) {
            return Optional.of(
                    ("Its schema has version %s as well, but was made by a different release or is"
                                    + " incomplete.")
                            .formatted(theirs));
        }
        return Optional.of(
                ("Its schema has version %s, and this database version %s. Start the same release of the"
                                + " service on both once, then move.")
                        .formatted(theirs, own));
    }
}
