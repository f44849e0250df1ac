package com.xpkit.sociallink.recovery;

import com.xpkit.sociallink.database.Database;
import com.xpkit.sociallink.server.Await;
import com.xpkit.sociallink.server.Node;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Debian's PostgreSQL with pgBackRest, configured by the files of server-config; only paths and sizes differ. */
final class DebianPostgreSql implements Restorable {

    private static final Path FILES = Path.of("server-config", "postgresql");
    private static final Duration SOON = Duration.ofSeconds(90);

    /** Each runs once on a machine, with directories of its own. */
    private static final String OF_THE_TESTS =
            """
            pg1-port=%d
            pg1-socket-path=%2$s

            [global]
            lock-path=%2$s
            spool-path=%2$s
            log-path=%2$s
            """;

    private final Programs programs = Programs.of("postgres");
    private final Path own = programs.directory();
    private final Path data = own.resolve("data");
    private final int port = Node.freePort();
    private final Path pgbackrest = pgbackrest();
    private Process server;

    DebianPostgreSql() throws IOException {
        try {
            begin();
        } catch (IOException | RuntimeException | Error failed) {
            close();
            throw failed;
        }
    }

    private void begin() throws IOException {
        programs.run(bin("initdb"), "-D", data.toString(), "-A", "trust", "-k", "--locale=C.UTF-8");
        Files.writeString(data.resolve("postgresql.conf"), settings());
        start();
        superuser()
                .run("CREATE ROLE sociallink LOGIN", "CREATE DATABASE sociallink OWNER sociallink");
        pgbackrest("stanza-create");
        pgbackrest("check");
    }

    private Path pgbackrest() throws IOException {
        var shipped =
                Files.readString(FILES.resolve("pgbackrest.conf"))
                        .replace("/var/lib/pgbackrest", own.resolve("repository").toString())
                        .replace("/var/lib/postgresql/15/main", data.toString())
                        .replace("CHANGE-ME", "the-cipher-pass-of-the-tests");
        return programs.write("pgbackrest.conf", shipped + OF_THE_TESTS.formatted(port, own));
    }

    private String settings() throws IOException {
        var shipped = Files.readString(FILES.resolve("sociallink.conf"));
        return shipped.replace("pgbackrest ", "pgbackrest --config=" + pgbackrest + " ")
                        .replace("shared_buffers = 1GB", "shared_buffers = 64MB")
                + "listen_addresses = '127.0.0.1'\nport = %d\nunix_socket_directories = '%s'\n"
                        .formatted(port, own);
    }

    /** Of the newest release that is installed. */
    private static String bin(String program) throws IOException {
        try (var releases = Files.list(Path.of("/usr/lib/postgresql"))) {
            return releases.max(Comparator.comparing(DebianPostgreSql::number))
                    .orElseThrow()
                    .resolve("bin")
                    .resolve(program)
                    .toString();
        }
    }

    private static int number(Path release) {
        return Integer.parseInt(release.getFileName().toString());
    }

    private void start() throws IOException {
        server = programs.start("server.log", bin("postgres"), "-D", data.toString());
        Await.until("PostgreSQL accepts writes; see " + own, SOON, this::acceptsWrites);
    }

    private boolean acceptsWrites() {
        try (var connection = superuser().connect();
                var statement = connection.createStatement();
                var recovering = statement.executeQuery("SELECT pg_is_in_recovery()")) {
            return recovering.next() && !recovering.getBoolean(1);
        } catch (SQLException notYet) {
            return false;
        }
    }

    private void pgbackrest(String command, String... options) {
        var whole = new ArrayList<String>();
        whole.add("pgbackrest");
        whole.add("--config=" + pgbackrest);
        whole.add("--stanza=sociallink");
        whole.addAll(List.of(options));
        whole.add(command);
        programs.run(whole.toArray(String[]::new));
    }

    @Override
    public Database database() {
        return at("sociallink", "sociallink");
    }

    private Database superuser() {
        return at("postgres", "postgres");
    }

    private Database at(String name, String user) {
        return new Database("jdbc:postgresql://127.0.0.1:" + port + "/" + name, user, "", Map.of());
    }

    @Override
    public void backUp() {
        pgbackrest("backup", "--type=full");
    }

    @Override
    public String now() {
        return superuser().rows("SELECT clock_timestamp()").get(0);
    }

    @Override
    public void recoverTo(String moment) throws IOException {
        Programs.end(server);
        Programs.delete(data);
        programs.run("mkdir", "--mode=700", data.toString());
        pgbackrest("restore", "--type=time", "--target=" + moment, "--target-action=promote");
        start();
    }

    @Override
    public void close() {
        if (server != null) {
            Programs.end(server);
        }
        Programs.delete(own);
    }
}
