package com.xpkit.sociallink.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/** A real PostgreSQL. */
public final class PostgreSql implements DatabaseServer {

    /** By which the server's log tells the tests' own statements from the service's. */
    public static final String APPLICATION = "tests";

    private final EmbeddedPostgres server;

    /**
     * @param port 0 for any
     * @param settings as in {@code postgresql.conf}
     */
    public PostgreSql(int port, Map<String, String> settings) {
        var builder = EmbeddedPostgres.builder().setPort(port);
        settings.forEach(builder::setServerConfig);
        try {
            server = builder.start();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        at("postgres", "postgres", "")
                .run(
                        "CREATE ROLE "
                                + Database.USER
                                + " LOGIN PASSWORD '"
                                + Database.PASSWORD
                                + "'");
    }

    @Override
    public Database make(String name) {
        at("postgres", "postgres", "").run("CREATE DATABASE " + name + " OWNER " + Database.USER);
        return at(name, Database.USER, Database.PASSWORD);
    }

    // simple: placeholders such as $1 reach EXPLAIN as they are
    private Database at(String name, String user, String password) {
        return new Database(
                "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/" + name,
                user,
                password,
                Map.of("ApplicationName", APPLICATION, "preferQueryMode", "simple"));
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
