package com.xpkit.sociallink.platform.schema;

import com.xpkit.sociallink.platform.storage.DatabaseProduct;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * The right to migrate a Galera, which one node has at a time (docs/adr/0054). It is the only row of a table that exists
 * while somebody migrates. Of two writers on different members Galera refuses one, and tables are created and dropped in
 * the same order everywhere.
 */
class MigrationLease {

    static final String TABLE = "migration_lease";

    /** MariaDB's number for a table that is not there. */
    private static final int NO_SUCH_TABLE = 1146;

    private final DataSource dataSource;
    private final String holder = UUID.randomUUID().toString();

    MigrationLease(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * Who migrates.
     *
     * @param beats how many signs of life the holder has given
     */
    record Held(String holder, long beats) {}

    /** Work with the database, on a connection of its own. */
    @FunctionalInterface
    private interface Work<T> {
        T on(Statement statement) throws SQLException;
    }

    /** Empty if nobody migrates. */
    Optional<Held> find() throws SQLException {
        try {
            return run(MigrationLease::read);
        } catch (SQLException refused) {
            if (refused.getErrorCode() == NO_SUCH_TABLE) {
                return Optional.empty();
            }
            throw refused;
        }
    }

    private static Optional<Held> read(Statement statement) throws SQLException {
        try (var row = statement.executeQuery("SELECT holder, beats FROM " + TABLE)) {
            return row.next()
                    ? Optional.of(new Held(row.getString(1), row.getLong(2)))
                    : Optional.empty();
        }
    }

    /** Whether this node has it: its answer to an earlier try may have been lost. */
    boolean isMine(Held held) {
        return held.holder().equals(holder);
    }

    /**
     * Takes it where nobody has it.
     *
     * @throws SQLException also a conflict, when another node was faster
     */
    void take() throws SQLException {
        run(
                statement -> {
                    statement.execute(
                            "CREATE TABLE IF NOT EXISTS "
                                    + TABLE
                                    + " (id SMALLINT NOT NULL PRIMARY KEY, holder CHAR(36) NOT NULL,"
                                    + " beats BIGINT NOT NULL) "
                                    + DatabaseProduct.MARIADB.placeholders().get("table"));
                    return statement.executeUpdate(
                            "INSERT INTO " + TABLE + " VALUES (1, '" + holder + "', 0)");
                });
    }

    /**
     * Takes it from a node that has died.
     *
     * @return false if that node has given a sign of life since
     * @throws SQLException also a conflict, when another node was faster
     */
    boolean takeOver(Held dead) throws SQLException {
        return update(
                "holder = '" + holder + "', beats = 0",
                "holder = '" + UUID.fromString(dead.holder()) + "' AND beats = " + dead.beats());
    }

    /**
     * Gives a sign of life.
     *
     * @return false if another node has taken it over
     */
    boolean renew() throws SQLException {
        return update("beats = beats + 1", "holder = '" + holder + "'");
    }

    /** The table goes while the row still keeps the others away. Nothing happens if another node has taken it over. */
    void giveUp() throws SQLException {
        if (renew()) {
            run(statement -> statement.execute("DROP TABLE " + TABLE));
        }
    }

    private boolean update(String change, String where) throws SQLException {
        var sql = "UPDATE " + TABLE + " SET " + change + " WHERE " + where;
        return run(statement -> statement.executeUpdate(sql)) == 1;
    }

    private <T> T run(Work<T> work) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                var statement = connection.createStatement()) {
            return work.on(statement);
        }
    }
}
