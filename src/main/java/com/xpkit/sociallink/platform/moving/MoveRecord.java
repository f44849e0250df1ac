package com.xpkit.sociallink.platform.moving;

import com.xpkit.sociallink.platform.storage.ConstraintViolations;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/**
 * From where a database was filled. There is one row at most, written in the transaction of the move: while one node moves,
 * the row's key makes all others wait.
 *
 * @param source without its password
 */
record MoveRecord(String source, Instant begun) {

    static final String TABLE = "database_move";
    private static final int LENGTH = 1024;
    private static final int PATIENCE_SECONDS = 10;

    static MoveRecord of(String source, Instant begun) {
        return new MoveRecord(source.substring(0, Math.min(source.length(), LENGTH)), begun);
    }

    /** Empty when nothing was moved into the database so far. */
    static Optional<MoveRecord> find(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var found = statement.executeQuery("SELECT source, begun FROM database_move")) {
            return found.next()
                    ? Optional.of(
                            new MoveRecord(
                                    found.getString(1),
                                    Instant.ofEpochMilli(found.getLong(2) / 1000)))
                    : Optional.empty();
        }
    }

    /**
     * Inserts the row.
     *
     * @throws MoveOfAnotherNode when another node has inserted it, perhaps without a commit so far
     */
    void insert(Connection connection) throws SQLException {
        try (var insert =
                connection.prepareStatement(
                        "INSERT INTO database_move (id, source, begun) VALUES (1, ?, ?)")) {
            insert.setString(1, source);
            insert.setLong(2, begun.toEpochMilli() * 1000);
            insert.setQueryTimeout(PATIENCE_SECONDS);
            insert.executeUpdate();
            // H2 applies it to the connection
            insert.setQueryTimeout(0);
        } catch (SQLException refused) {
            if (ConstraintViolations.isConflict(refused)
                    || ConstraintViolations.isTimedOut(refused)) {
                throw new MoveOfAnotherNode();
            }
            throw refused;
        }
    }
}
