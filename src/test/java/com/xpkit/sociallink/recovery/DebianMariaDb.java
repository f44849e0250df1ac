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
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Debian's MariaDB, configured by the file of server-config; only paths and sizes differ. Its binary log is copied while
 * it is written, as to another machine.
 */
final class DebianMariaDb implements Restorable {

    private static final Path FILE = Path.of("server-config", "mariadb", "sociallink.cnf");
    private static final Duration SOON = Duration.ofSeconds(90);

    private static final String OF_THE_TESTS =
            """
            bind_address = 127.0.0.1
            port = %d
            datadir = %2$s/data
            socket = %2$s/socket
            pid_file = %2$s/pid

            [client]
            socket = %2$s/socket
            user = root
            """;

    private final Programs programs = Programs.of("mysql");
    private final Path own = programs.directory();
    private final Path full = own.resolve("full");
    private final Path copies = own.resolve("binlog");
    private final int port = Node.freePort();
    private final String settings =
            "--defaults-file=" + programs.write("sociallink.cnf", settings());
    private Process server;
    private Process copying;

    DebianMariaDb() throws IOException {
        try {
            begin();
        } catch (IOException | RuntimeException | Error failed) {
            close();
            throw failed;
        }
    }

    private void begin() throws IOException {
        programs.run("mariadb-install-db", settings, "--auth-root-authentication-method=normal");
        start();
        programs.run("mkdir", copies.toString());
        root().run(
                        "CREATE DATABASE sociallink",
                        "CREATE USER sociallink@'127.0.0.1' IDENTIFIED BY '"
                                + Database.PASSWORD
                                + "'",
                        "GRANT ALL ON sociallink.* TO sociallink@'127.0.0.1'");
        copying = copyBinaryLog();
    }

    private String settings() throws IOException {
        return Files.readString(FILE)
                        .replace("innodb_buffer_pool_size = 1G", "innodb_buffer_pool_size = 64M")
                        .replace("innodb_log_file_size = 512M", "innodb_log_file_size = 16M")
                + OF_THE_TESTS.formatted(port, own);
    }

    private void start() {
        server = programs.start("server.log", "/usr/sbin/mariadbd", settings);
        Await.until("MariaDB answers; see " + own, SOON, this::answers);
    }

    private boolean answers() {
        try (var connection = root().connect()) {
            return connection.isValid(2);
        } catch (SQLException notYet) {
            return false;
        }
    }

    private Process copyBinaryLog() {
        return programs.start(
                "copying.log",
                "mariadb-binlog",
                settings,
                "--read-from-remote-server",
                "--raw",
                "--stop-never",
                "--result-file=" + copies + "/",
                "mariadb-bin.000001");
    }

    private Database root() {
        return new Database("jdbc:mariadb://127.0.0.1:" + port + "/", "root", "", Map.of());
    }

    @Override
    public Database database() {
        return new Database("jdbc:mariadb://127.0.0.1:" + port + "/sociallink");
    }

    @Override
    public void backUp() {
        programs.run("mariadb-backup", settings, "--backup", "--target-dir=" + full);
        programs.run("mariadb-backup", "--prepare", "--target-dir=" + full);
    }

    /** The next second, because the binary log knows only whole ones. */
    @Override
    public String now() {
        Await.passingOf(Duration.ofSeconds(1));
        return root().rows("SELECT DATE_FORMAT(NOW(), '%Y-%m-%d %H:%i:%s')").get(0);
    }

    @Override
    public void recoverTo(String moment) throws IOException {
        awaitCopies();
        Programs.end(copying);
        Programs.end(server);
        Programs.delete(own.resolve("data"));
        programs.run("mariadb-backup", settings, "--copy-back", "--target-dir=" + full);
        start();
        replay(moment);
    }

    /** The log before the current one is complete. */
    private void awaitCopies() {
        root().run("FLUSH BINARY LOGS");
        var current = root().rows("SHOW MASTER STATUS").get(0).split(" ")[0];
        Await.until(
                "the binary log is copied; see " + own,
                SOON,
                () -> Files.exists(copies.resolve(current)));
    }

    private void replay(String moment) throws IOException {
        var place = Files.readString(full.resolve("xtrabackup_binlog_info")).split("\\s+");
        var command = new ArrayList<>(List.of("mariadb-binlog", "--disable-log-bin"));
        command.add("--start-position=" + place[1]);
        command.add("--stop-datetime=" + moment);
        command.addAll(copiesFrom(place[0]));
        var changes = programs.write("changes.sql", programs.run(command.toArray(String[]::new)));
        programs.run("mariadb", settings, "--execute=source " + changes);
    }

    private List<String> copiesFrom(String first) throws IOException {
        try (var all = Files.list(copies)) {
            return all.filter(file -> file.getFileName().toString().compareTo(first) >= 0)
                    .map(Path::toString)
                    .sorted()
                    .toList();
        }
    }

    @Override
    public void close() {
        Stream.of(copying, server).filter(Objects::nonNull).forEach(Programs::end);
        Programs.delete(own);
    }
}
