package com.xpkit.sociallink.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/**
 * A database for the service.
 *
 * @param ofTests what tests set on their connections, in addition to user and password
 */
public record Database(String url, String user, String password, Map<String, String> ofTests) {

    /** Its name on its server. */
    public static final String NAME = "sociallink";

    public static final String USER = "sociallink";
    public static final String PASSWORD = "the-password-of-the-tests";

    public Database(String url) {
        this(url, USER, PASSWORD, Map.of());
    }

    /** Runs statements without parameters. */
    public void run(String... sql) {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            for (var each : sql) {
                statement.execute(each);
            }
        } catch (SQLException refused) {
            throw new IllegalStateException(refused);
        }
    }

    /** The rows, each as its columns joined by a space. */
    public List<String> rows(String sql) {
        try (var connection = connect();
                var statement = connection.createStatement();
                var result = statement.executeQuery(sql)) {
            var rows = new ArrayList<String>();
            while (result.next()) {
                var row = new ArrayList<String>();
                for (var i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                    row.add(String.valueOf(result.getString(i)));
                }
                rows.add(String.join(" ", row));
            }
            return rows;
        } catch (SQLException refused) {
            throw new IllegalStateException(refused);
        }
    }

    public Connection connect() throws SQLException {
        var properties = new Properties();
        properties.putAll(ofTests);
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        return DriverManager.getConnection(url, properties);
    }
}
