package com.xpkit.sociallink.storage;

import com.xpkit.sociallink.settings.Settings;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The data source that {@code web.xml} names: it takes the database from the settings, so that no
 * server's own expressions are needed. The server pools its connections and enlists them in JTA.
 */
public class SettingsDataSource implements DataSource {

    private static final System.Logger LOG = System.getLogger(SettingsDataSource.class.getName());

    private DatabaseSettings settings;
    private DataSource driver;

    private synchronized DataSource driver() {
        if (driver == null) {
            driver = settings().isH2() ? h2(settings()) : postgresql(settings());
        }
        return driver;
    }

    /** Made by the server by reflection, outside CDI; read late so that a wrong setting is told once. */
    private synchronized DatabaseSettings settings() {
        if (settings == null) {
            settings = new DatabaseSettings(new Settings());
        }
        return settings;
    }

    private static DataSource h2(DatabaseSettings settings) {
        var h2 = new JdbcDataSource();
        h2.setURL(settings.url());
        h2.setUser(settings.user());
        h2.setPassword(settings.password());
        return h2;
    }

    private static DataSource postgresql(DatabaseSettings settings) {
        var postgresql = new PGSimpleDataSource();
        postgresql.setURL(settings.url());
        if (!settings.user().isEmpty()) {
            postgresql.setUser(settings.user());
        }
        if (!settings.password().isEmpty()) {
            postgresql.setPassword(settings.password());
        }
        return postgresql;
    }

    /** Seldom: the server keeps connections. */
    @Override
    public Connection getConnection() throws SQLException {
        var connection = driver().getConnection();
        if (!settings().isH2()) {
            planEachStatement(connection);
        }
        return connection;
    }

    /**
     * PostgreSQL makes a plan for any value of the parameters once a statement has come five times. For a
     * filter that a quarter of a million profiles match, that plan reads and sorts all of them for each page.
     */
    private static void planEachStatement(Connection connection) {
        try (var statement = connection.createStatement()) {
            statement.execute("SET plan_cache_mode = force_custom_plan");
        } catch (SQLException unknownThere) {
            LOG.log(System.Logger.Level.DEBUG, "The database plans as it likes", unknownThere);
        }
    }

    /** Servers pass what the descriptor says, which is nothing: the settings know the user. */
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
        driver().setLoginTimeout(seconds);
    }

    @Override
    public int getLoginTimeout() throws SQLException {
        return driver().getLoginTimeout();
    }

    @Override
    public Logger getParentLogger() {
        return Logger.getLogger("com.xpkit.sociallink.storage");
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return driver().unwrap(type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return driver().isWrapperFor(type);
    }
}
