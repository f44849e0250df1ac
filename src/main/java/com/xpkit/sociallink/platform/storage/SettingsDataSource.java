package com.xpkit.sociallink.platform.storage;

import com.xpkit.sociallink.platform.settings.InvalidSetting;
import com.xpkit.sociallink.platform.settings.Settings;
import com.xpkit.sociallink.platform.settings.SystemClock;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.logging.Logger;
import javax.sql.DataSource;

/**
 * The data source that {@code web.xml} names. It takes the database from the settings, so no server's own expressions
 * are needed. The server pools its connections and enlists them in JTA.
 *
 * <p>PostgreSQL's and MariaDB's drivers wait without end for a machine that has vanished, unless the address sets time-outs:
 * {@link TimeOuts} adds those that it does not name.
 */
public class SettingsDataSource implements DataSource {

    private static final System.Logger LOG = System.getLogger(SettingsDataSource.class.getName());

    private static volatile boolean isInUse;

    private DatabaseSettings settings;
    private DataSource driver;
    private TransactionTurns turns;

    /** Created by the server by reflection, outside CDI. */
    public SettingsDataSource() {}

    SettingsDataSource(DatabaseSettings settings) {
        this.settings = settings;
    }

    /** Read late, so that a wrong setting is reported only once. */
    private synchronized DatabaseSettings settings() {
        if (settings == null) {
            settings = new DatabaseSettings(new Settings());
        }
        return settings;
    }

    /**
     * Whether a server has asked an instance for a connection; Open Liberty makes its own data source from the
     * settings.
     */
    static boolean isInUse() {
        return isInUse;
    }

    /** The server's own data source is looked up each time, because servers replace it when it is changed. */
    private DataSource source() throws SQLException {
        var servers = servers();
        return servers.isPresent() ? servers.get() : driver();
    }

    /**
     * Logged here because persistence asks before the start checks the settings, and servers bury the message in stack
     * traces.
     */
    private Optional<DataSource> servers() {
        try {
            return settings().findDataSource();
        } catch (InvalidSetting wrong) {
            LOG.log(System.Logger.Level.ERROR, wrong.getMessage());
            throw wrong;
        }
    }

    private synchronized DataSource driver() throws SQLException {
        if (driver == null) {
            driver = of(settings());
        }
        return driver;
    }

    /** The connections of the driver itself: without a pool, and never replaced. */
    public static DataSource of(DatabaseSettings settings) throws SQLException {
        return settings.address().dataSource();
    }

    /** Server pools keep connections, and not all pools notice that the database has closed one. */
    @Override
    public Connection getConnection() throws SQLException {
        isInUse = true;
        return ReconnectingConnection.from(this::open, new SystemClock().utc(), turns());
    }

    private synchronized TransactionTurns turns() throws SQLException {
        if (turns == null) {
            turns = isH2() ? H2Turns.OF_SETTINGS : TransactionTurns.FREE;
        }
        return turns;
    }

    private boolean isH2() throws SQLException {
        var servers = servers();
        if (servers.isEmpty()) {
            return settings().findH2().isPresent();
        }
        try (var connection = servers.get().getConnection()) {
            return connection.getMetaData().getURL().startsWith(DatabaseProduct.H2.prefix());
        }
    }

    private Connection open() throws SQLException {
        var source = source();
        var connection = source.getConnection();
        return source == driver ? OpenConnections.OF_SETTINGS.add(connection) : connection;
    }

    /** Servers pass the credentials of the descriptor, which has none; the settings name the user. */
    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return getConnection();
    }

    @Override
    public PrintWriter getLogWriter() {
        return null;
    }

    @Override
    public void setLogWriter(PrintWriter out) {}

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        source().setLoginTimeout(seconds);
    }

    @Override
    public int getLoginTimeout() throws SQLException {
        return source().getLoginTimeout();
    }

    @Override
    public Logger getParentLogger() {
        return Logger.getLogger("com.xpkit.sociallink.platform.storage");
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return source().unwrap(type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return source().isWrapperFor(type);
    }
}
