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
 * The connections that a data source has opened and that the server's pool keeps; each server reports their number in
 * its own way. The references are weak, so a connection that the pool drops disappears here too.
 */
public final class OpenConnections {

    /** The connections of {@link SettingsDataSource}, which servers create by reflection, outside CDI. */
    static final OpenConnections OF_SETTINGS = new OpenConnections();

    private final Set<Connection> opened =
            Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

    private volatile boolean isInUse;

    OpenConnections() {}

    /** The connections to the database that the settings name. */
    public static OpenConnections ofSettings() {
        return OF_SETTINGS;
    }

    Connection add(Connection connection) {
        opened.add(connection);
        isInUse = true;
        return connection;
    }

    /** How many are open; empty when none ever was, because then the server uses its own data source. */
    public OptionalInt open() {
        return isInUse ? OptionalInt.of(alive().size()) : OptionalInt.empty();
    }

    /** How many are in a transaction; empty for H2, where the question would wait for a commit. */
    public OptionalInt inTransaction() {
        var alive = alive();
        if (alive.isEmpty() || alive.stream().anyMatch(JdbcConnection.class::isInstance)) {
            return OptionalInt.empty();
        }
        return OptionalInt.of(
                (int) alive.stream().filter(OpenConnections::isInTransaction).count());
    }

    /** Drivers answer both questions from memory, even while the connection is busy. */
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
