package com.xpkit.sociallink.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres.Builder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A real PostgreSQL. */
public final class PostgreSql implements DatabaseServer {

    /** Distinguishes the tests' own statements from the service's in the server's log. */
    public static final String APPLICATION = "tests";

    private final Builder builder;
    private Path directory;
    private EmbeddedPostgres server;

    /**
     * @param port 0 for any
     * @param settings as in {@code postgresql.conf}
     */
    public PostgreSql(int port, Map<String, String> settings) {
        this(EmbeddedPostgres.builder().setPort(port));
        settings.forEach(builder::setServerConfig);
        begin();
    }

    private PostgreSql(Builder builder) {
        this.builder = builder;
    }

    /** One that can be killed and started again: what it has committed stays in the directory, which must be new. */
    public static PostgreSql mortal(Path directory) {
        var postgres =
                new PostgreSql(
                        EmbeddedPostgres.builder()
                                .setDataDirectory(directory)
                                .setCleanDataDirectory(false)
                                // PostgreSQL's default; the library turns it off
                                .setServerConfig("synchronous_commit", "on"));
        postgres.directory = directory;
        postgres.begin();
        postgres.builder.setPort(postgres.server.getPort());
        return postgres;
    }

    private void begin() {
        builder.setServerConfig("hba_file", whoIsAskedForAPassword().toString());
        start();
        add(Database.USER, Database.PASSWORD);
    }

    /**
     * Every user except the superuser needs a password; the library lets everybody in. The server does not run as
     * root.
     */
    private static Path whoIsAskedForAPassword() {
        try {
            var file = Files.createTempFile("pg_hba", ".conf");
            file.toFile().setReadable(true, false);
            file.toFile().deleteOnExit();
            return Files.writeString(
                    file,
                    """
                    host all postgres all trust
                    host all all all scram-sha-256
                    """);
        } catch (IOException cannot) {
            throw new UncheckedIOException(cannot);
        }
    }

    private void add(String user, String password) {
        at("postgres", "postgres", "")
                .run(
                        "CREATE ROLE "
                                + user
                                + " LOGIN PASSWORD '"
                                + password.replace("'", "''")
                                + "'");
    }

    /** Returns when it answers; at the same port as before. */
    public void start() {
        try {
            server = builder.start();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Without warning, as in a power failure. Only for a server that can be killed. */
    public void kill() {
        var postmaster = ProcessHandle.of(postmaster()).orElseThrow();
        postmaster.destroyForcibly();
        postmaster.onExit().join();
        close();
    }

    private long postmaster() {
        try {
            return Long.parseLong(Files.readAllLines(directory.resolve("postmaster.pid")).get(0));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public Database make(String name) {
        return owned(at(name, Database.USER, Database.PASSWORD), name);
    }

    @Override
    public Database make(String name, String user, String password) {
        add(user, password);
        return owned(at(name, user, password), name);
    }

    private Database owned(Database database, String name) {
        at("postgres", "postgres", "").run("CREATE DATABASE " + name + " OWNER " + database.user());
        return database;
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
