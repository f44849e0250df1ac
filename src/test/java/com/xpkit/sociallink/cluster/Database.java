package com.xpkit.sociallink.cluster;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/** A real PostgreSQL that writes down every statement. */
final class Database implements AutoCloseable {

    private static final String APPLICATION = "cluster tests";

    private final EmbeddedPostgres postgres;
    private final StatementLog statements;

    Database(Path directory) throws IOException {
        Files.createDirectories(directory);
        var log = directory.resolve("statements.json");
        Files.deleteIfExists(log);
        postgres =
                EmbeddedPostgres.builder()
                        .setServerConfig("max_connections", "150")
                        .setServerConfig("logging_collector", "on")
                        .setServerConfig("log_destination", "jsonlog")
                        .setServerConfig("log_directory", directory.toString())
                        .setServerConfig("log_filename", "statements")
                        .setServerConfig("log_rotation_age", "0")
                        .setServerConfig("log_rotation_size", "0")
                        .setServerConfig("log_statement", "all")
                        .start();
        statements = new StatementLog(log, this);
    }

    String url() {
        return "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/postgres";
    }

    String user() {
        return "postgres";
    }

    StatementLog statements() {
        return statements;
    }

    /** Statements as they are, without parameters; those of the tests are not counted as the service's. */
    void run(String... sql) {
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
    List<String> rows(String sql) {
        try (var connection = connect();
                var statement = connection.createStatement();
                var result = statement.executeQuery(sql)) {
            var rows = new ArrayList<String>();
            while (result.next()) {
                var row = new ArrayList<String>();
                for (var i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                    row.add(result.getString(i));
                }
                rows.add(String.join(" ", row.stream().map(String::valueOf).toList()));
            }
            return rows;
        } catch (SQLException refused) {
            throw new IllegalStateException(refused);
        }
    }

    static boolean isOfTests(String application) {
        return application.equals(APPLICATION);
    }

    // simple: placeholders such as $1 reach EXPLAIN as they are
    private Connection connect() throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", user());
        properties.setProperty("ApplicationName", APPLICATION);
        properties.setProperty("preferQueryMode", "simple");
        return DriverManager.getConnection(url(), properties);
    }

    @Override
    public void close() throws IOException {
        postgres.close();
    }
}
