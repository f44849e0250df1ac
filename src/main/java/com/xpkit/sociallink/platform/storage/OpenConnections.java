package com.xpkit.sociallink.platform.storage;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.WeakHashMap;
import org.h2.jdbc.JdbcConnection;

/**
 * The connections that a data source has opened and the server's pool keeps; servers tell how many in ways of
 * their own only. Holds none of them: a connection that nobody else knows is gone.
 */
public final class OpenConnections {

    /** Those of {@link SettingsDataSource}, which servers make by reflection, outside CDI. */
    static final OpenConnections OF_SETTINGS = new OpenConnections();

    private final Set<Connection> opened =
            Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

    private volatile boolean isInUse;

    OpenConnections() {}

    /** Those to the database that the settings name. */
    public static OpenConnections ofSettings() {
        return OF_SETTINGS;
    }

    Connection add(Connection connection) {
        opened.add(connection);
        isInUse = true;
        return connection;
    }

    /** How many are open; empty when none ever was, since the server has a data source of its own. */
    public OptionalInt open() {
        return isInUse ? OptionalInt.of(alive().size()) : OptionalInt.empty();
    }

    /** How many are within a transaction; empty for H2, which lets the asker wait for a commit. */
    public OptionalInt inTransaction() {
        var alive = alive();
        if (alive.isEmpty() || alive.stream().anyMatch(JdbcConnection.class::isInstance)) {
            return OptionalInt.empty();
        }
        return OptionalInt.of(
                (int) alive.stream().filter(OpenConnections::isInTransaction).count());
    }

    /** Drivers answer both questions from memory, whatever the connection is doing. */
    private List<Connection> alive() {
        synchronized (opened) {
            opened.removeIf(OpenConnections::isClosed);
            return List.copyOf(opened);
        }
    }

    private static boolean isClosed(Connection connection) {
        try {
            return connection.isClosed();
        } catch (SQLException broken) {
            return true;
        }
    }

    private static boolean isInTransaction(Connection connection) {
        try {
            return !connection.getAutoCommit();
        } catch (SQLException closedMeanwhile) {
            return false;
        }
    }
}
