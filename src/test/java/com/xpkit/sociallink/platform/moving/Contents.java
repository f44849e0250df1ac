package com.xpkit.sociallink.platform.moving;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.xpkit.sociallink.database.Database;
import com.xpkit.sociallink.platform.sealing.SealMother;
import com.xpkit.sociallink.platform.sealing.SealedTexts;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** What is in all tables of a database. Rows are made from the description of the tables, so no table is left out. */
final class Contents {

    private static final int ROWS = 3;
    private static final int LONG = 100_000;

    private Contents() {}

    /** Rows for every table that is moved. In the last one, all columns are null that can be. */
    static void fill(Database database, String key, List<SealedTexts> sealed) throws SQLException {
        try (var connection = database.connect()) {
            var tables = Tables.of(connection);
            for (var name : Tables.inOrder(connection)) {
                fill(connection, tables.get(name));
            }
            for (var texts : sealed) {
                seal(connection, key, texts);
            }
        }
    }

    private static void fill(Connection connection, Table table) throws SQLException {
        var widths = widths(connection, table);
        try (var insert = connection.prepareStatement(table.insert())) {
            for (var row = 1; row <= ROWS; row++) {
                for (var i = 0; i < table.columns().size(); i++) {
                    var column = table.columns().get(i);
                    var width = widths.get(column.name());
                    if (row == ROWS && width.isNullable()) {
                        insert.setString(i + 1, null);
                    } else {
                        set(insert, i + 1, column.kind(), row, width.width());
                    }
                }
                insert.executeUpdate();
            }
        }
    }

    /** All ids of a row are the same, so whatever refers to another row finds it. */
    private static void set(
            PreparedStatement insert, int place, ColumnKind kind, int row, long width)
            throws SQLException {
        switch (kind) {
            case ID -> insert.setObject(place, id(row));
            case TEXT ->
                    insert.setString(
                            place, row + "😀" + (width > LONG ? "é\\'小".repeat(LONG / 10) : ""));
            case NUMBER -> insert.setLong(place, row);
            case FLAG -> insert.setBoolean(place, row == 1);
        }
    }

    static UUID id(int row) {
        return new UUID(0x0123456789ab7000L, 0x8000000000000000L + row);
    }

    private record Width(long width, boolean isNullable) {}

    private static Map<String, Width> widths(Connection connection, Table table)
            throws SQLException {
        var widths = new HashMap<String, Width>();
        try (var found =
                connection
                        .getMetaData()
                        .getColumns(
                                connection.getCatalog(),
                                connection.getSchema(),
                                table.name(),
                                "%")) {
            while (found.next()) {
                if (found.getString("TABLE_NAME").equals(table.name())) {
                    widths.put(
                            found.getString("COLUMN_NAME"),
                            new Width(
                                    found.getLong("COLUMN_SIZE"),
                                    found.getString("IS_NULLABLE").equals("YES")));
                }
            }
        }
        return widths;
    }

    private static void seal(Connection connection, String key, SealedTexts texts)
            throws SQLException {
        var column = texts.column();
        var update =
                "UPDATE %s SET %s = ? WHERE %s = ? AND %s IS NOT NULL"
                        .formatted(column.table(), column.text(), column.row(), column.text());
        try (var sealing = connection.prepareStatement(update)) {
            for (var row = 1; row <= ROWS; row++) {
                var plain = "a secret".getBytes(UTF_8);
                var id = id(row);
                sealing.setString(
                        1, SealMother.with(key).seal(texts.purpose(), id.toString(), plain));
                sealing.setObject(2, id);
                sealing.executeUpdate();
            }
        }
    }

    /** The rows of each table, with their values in the order of the columns' names. */
    static Map<String, List<String>> of(Database database) throws SQLException {
        try (var connection = database.connect()) {
            var contents = new TreeMap<String, List<String>>();
            for (var table : Tables.of(connection).values()) {
                contents.put(table.key(), rows(connection, table));
            }
            return contents;
        }
    }

    private static List<String> rows(Connection connection, Table table) throws SQLException {
        var columns = new TreeMap<String, Column>();
        table.columns().forEach(column -> columns.put(column.name().toLowerCase(), column));
        try (var statement = connection.createStatement();
                var found = statement.executeQuery(table.select())) {
            var rows = new ArrayList<String>();
            while (found.next()) {
                var row = new StringBuilder();
                for (var column : columns.entrySet()) {
                    row.append(column.getKey()).append('=');
                    row.append(value(found, column.getValue())).append(' ');
                }
                rows.add(row.toString());
            }
            rows.sort(null);
            return rows;
        }
    }

    /** Each database has another text for a boolean. */
    private static String value(ResultSet found, Column column) throws SQLException {
        return column.kind() == ColumnKind.FLAG
                ? String.valueOf(found.getBoolean(column.name()))
                : found.getString(column.name());
    }
}
