package com.xpkit.sociallink.cluster;

import com.xpkit.sociallink.database.Database;
import com.xpkit.sociallink.database.DatabaseOfTheRun;
import com.xpkit.sociallink.database.DatabaseServer;
import com.xpkit.sociallink.database.Galera;
import com.xpkit.sociallink.database.PostgreSql;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * What the nodes share: a PostgreSQL that writes down every statement, or in a run that tests them MariaDB, or a Galera, on which
 * each node writes to a member of its own.
 */
final class NodesDatabase implements AutoCloseable {

    private static final Map<String, String> WRITING_DOWN =
            Map.of(
                    "max_connections", "150",
                    "logging_collector", "on",
                    "log_destination", "jsonlog",
                    "log_filename", "statements",
                    "log_rotation_age", "0",
                    "log_rotation_size", "0",
                    "log_statement", "all");

    private final DatabaseServer server;
    private final Database database;
    private final StatementLog statements;

    private NodesDatabase(DatabaseServer server, Path log) {
        this.server = server;
        database = server.make(Database.NAME);
        statements = new StatementLog(log, database);
    }

    static NodesDatabase in(Path directory) throws IOException {
        Files.createDirectories(directory);
        var log = directory.resolve("statements.json");
        Files.deleteIfExists(log);
        return new NodesDatabase(server(directory), log);
    }

    private static DatabaseServer server(Path directory) {
        if (DatabaseOfTheRun.isGalera()) {
            return Galera.onLoopback();
        }
        return DatabaseOfTheRun.isMariaDb() ? DatabaseOfTheRun.mariaDb(0) : postgreSql(directory);
    }

    /** One without a log of statements. */
    static NodesDatabase on(DatabaseServer server) {
        return new NodesDatabase(server, Path.of("none"));
    }

    private static DatabaseServer postgreSql(Path directory) {
        var settings = new HashMap<>(WRITING_DOWN);
        settings.put("log_directory", directory.toString());
        return new PostgreSql(0, settings);
    }

    Database database() {
        return database;
    }

    /** The way of the second node to it. */
    Database ofTheSecond() {
        return server instanceof Galera galera
                ? galera.way(database, Database.NAME, 2, 3, 1)
                : database;
    }

    /** Another one on the same server, empty. */
    Database another(String name, String password) {
        return server.make(name, name, password);
    }

    /** Only with PostgreSQL. */
    StatementLog statements() {
        return statements;
    }

    @Override
    public void close() {
        server.close();
    }
}
