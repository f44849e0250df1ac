package com.xpkit.sociallink.platform.schema;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;

/** The tables and views of a database without Flyway's own, as the database itself describes them. */
record Schema(DataSource dataSource) {

    private static final String TEXTS =
            "SELECT table_name, column_name, character_set_name, collation_name"
                    + " FROM information_schema.columns"
                    + " WHERE table_schema = ? AND character_octet_length IS NOT NULL"
                    + " ORDER BY table_name, ordinal_position";

    /**
     * A text column.
     *
     * @param name {@code table.column}, in lower case
     * @param characters its character set and collation; {@code null} where the database names none
     */
    record Text(String name, String characters) {}

    /** All text columns. */
    List<Text> texts() throws SQLException {
        try (var connection = dataSource.getConnection();
                var select = connection.prepareStatement(TEXTS)) {
            select.setString(1, schema(connection));
            var texts = new ArrayList<Text>();
            try (var found = select.executeQuery()) {
                while (found.next()) {
                    var characters = found.getString(3) + " " + found.getString(4);
                    texts.add(new Text(name(found.getString(1), found.getString(2)), characters));
                }
            }
            texts.removeIf(text -> isFlyways(text.name()));
            return texts;
        }
    }

    /** The tables, in lower case. */
    List<String> names() throws SQLException {
        try (var connection = dataSource.getConnection()) {
            return tables(connection).stream().map(each -> each.toLowerCase(Locale.ROOT)).toList();
        }
    }

    /** The columns that are part of a key or of another index, as {@code table.column}. */
    Set<String> indexed() throws SQLException {
        try (var connection = dataSource.getConnection()) {
            var columns = new TreeSet<String>();
            for (var table : tables(connection)) {
                columns.addAll(indexed(connection, table));
            }
            return columns;
        }
    }

    /** The name in the database's own spelling. */
    private static List<String> tables(Connection connection) throws SQLException {
        var tables = new ArrayList<String>();
        try (var found =
                connection
                        .getMetaData()
                        .getTables(
                                connection.getCatalog(),
                                connection.getSchema(),
                                "%",
                                new String[] {"TABLE", "BASE TABLE"})) {
            while (found.next()) {
                tables.add(found.getString("TABLE_NAME"));
            }
        }
        tables.removeIf(Schema::isFlyways);
        return tables;
    }

    private static Set<String> indexed(Connection connection, String table) throws SQLException {
        var columns = new TreeSet<String>();
        try (var found =
                connection
                        .getMetaData()
                        .getIndexInfo(
                                connection.getCatalog(),
                                connection.getSchema(),
                                table,
                                false,
                                true)) {
            while (found.next()) {
                if (found.getShort("TYPE") != DatabaseMetaData.tableIndexStatistic) {
                    columns.add(name(table, found.getString("COLUMN_NAME")));
                }
            }
        }
        return columns;
    }

    /** MariaDB calls it a catalog. */
    private static String schema(Connection connection) throws SQLException {
        return Optional.ofNullable(connection.getSchema()).orElse(connection.getCatalog());
    }

    private static String name(String table, String column) {
        return (table + "." + column).toLowerCase(Locale.ROOT);
    }

    private static boolean isFlyways(String name) {
        return name.toLowerCase(Locale.ROOT).startsWith("flyway_");
    }
}
