package com.xpkit.sociallink.platform.moving;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** Copies the rows of one table, a few at a time: the memory that it needs does not depend on their number. */
final class TableCopy {

    /** So many documents of a megabyte each fit into memory. */
    private static final int FETCHED = 100;

    private static final int BATCH_ROWS = 1000;

    /** MariaDB refuses a packet of more than 16 MB by default, and a character may take four bytes. */
    private static final int BATCH_CHARACTERS = 1_000_000;

    private final Connection from;
    private final Connection to;
    private final Progress progress;

    TableCopy(Connection from, Connection to, Progress progress) {
        this.from = from;
        this.to = to;
        this.progress = progress;
    }

    /** Both have their columns in the same order. */
    void copy(Table source, Table target) throws SQLException {
        try (var select = from.createStatement();
                var insert = to.prepareStatement(target.insert())) {
            select.setFetchSize(FETCHED);
            try (var rows = select.executeQuery(source.select())) {
                copy(rows, insert, target.columns());
            }
        }
    }

    private void copy(ResultSet rows, PreparedStatement insert, List<Column> columns)
            throws SQLException {
        var batch = 0;
        var characters = 0;
        while (rows.next()) {
            characters += copyRow(rows, insert, columns);
            batch++;
            if (batch == BATCH_ROWS || characters >= BATCH_CHARACTERS) {
                write(insert, batch);
                batch = 0;
                characters = 0;
            }
        }
        write(insert, batch);
    }

    private static int copyRow(ResultSet row, PreparedStatement insert, List<Column> columns)
            throws SQLException {
        var characters = 0;
        for (var i = 0; i < columns.size(); i++) {
            characters += columns.get(i).kind().copy(row, i + 1, insert);
        }
        insert.addBatch();
        return characters;
    }

    private void write(PreparedStatement insert, int batch) throws SQLException {
        if (batch > 0) {
            insert.executeBatch();
            progress.add(batch);
        }
    }
}
