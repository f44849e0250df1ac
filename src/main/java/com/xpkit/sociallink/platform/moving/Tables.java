package com.xpkit.sociallink.platform.moving;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The tables that are moved, as a database describes them itself. */
final class Tables {

    /** Flyway's history of this database, where it was moved from, and what its nodes are doing at the moment. */
    private static final Set<String> OWN =
            Set.of(SchemaHistory.TABLE, MoveRecord.TABLE, "upkeep_lease");

    private final Connection connection;
    private final DatabaseMetaData metaData;

    private Tables(Connection connection) throws SQLException {
        this.connection = connection;
        metaData = connection.getMetaData();
    }

    /** By their names in lower case. */
    static Map<String, Table> of(Connection connection) throws SQLException {
        var tables = new TreeMap<String, Table>();
        var description = new Tables(connection);
        for (var name : description.names()) {
            var table = description.table(name);
            tables.put(table.key(), table);
        }
        return tables;
    }

    /** The names of the tables, in lower case, in an order in which their rows can be inserted. */
    static List<String> inOrder(Connection connection) throws SQLException {
        var references = new HashMap<String, Set<String>>();
        var description = new Tables(connection);
        for (var table : of(connection).values()) {
            references.put(table.key(), description.references(table.name()));
        }
        return InsertionOrder.of(references);
    }

    /** Without views, and without what belongs to this database alone. */
    private List<String> names() throws SQLException {
        try (var found =
                metaData.getTables(
                        connection.getCatalog(),
                        connection.getSchema(),
                        "%",
                        new String[] {"TABLE", "BASE TABLE"})) {
            var names = texts(found, "TABLE_NAME");
            names.removeIf(name -> OWN.contains(name.toLowerCase(Locale.ROOT)));
            return names;
        }
    }

    private Set<String> references(String table) throws SQLException {
        try (var found =
                metaData.getImportedKeys(connection.getCatalog(), connection.getSchema(), table)) {
            var names = new HashSet<String>();
            for (var name : texts(found, "PKTABLE_NAME")) {
                names.add(name.toLowerCase(Locale.ROOT));
            }
            return names;
        }
    }

    private static List<String> texts(ResultSet found, String column) throws SQLException {
        var texts = new ArrayList<String>();
        while (found.next()) {
            texts.add(found.getString(column));
        }
        return texts;
    }

    /** The name is a pattern, in which an underscore stands for any character. */
    private Table table(String name) throws SQLException {
        var columns = new ArrayList<Column>();
        try (var found =
                metaData.getColumns(connection.getCatalog(), connection.getSchema(), name, "%")) {
            while (found.next()) {
                if (found.getString("TABLE_NAME").equals(name) && !isGenerated(found)) {
                    columns.add(column(found));
                }
            }
        }
        return new Table(metaData.getIdentifierQuoteString(), name, columns);
    }

    private static boolean isGenerated(ResultSet found) throws SQLException {
        return "YES".equals(found.getString("IS_GENERATEDCOLUMN"));
    }

    private static Column column(ResultSet found) throws SQLException {
        var name = found.getString("COLUMN_NAME");
        var type = found.getString("TYPE_NAME");
        var kind =
                ColumnKind.of(found.getInt("DATA_TYPE"), type)
                        .orElseThrow(
                                () ->
                                        new IllegalStateException(
                                                "The column " + name + " is of an unknown type."));
        return new Column(name, kind);
    }
}
