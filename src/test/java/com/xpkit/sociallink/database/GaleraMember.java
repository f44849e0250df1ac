package com.xpkit.sociallink.database;

import com.xpkit.sociallink.server.Await;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** One member of a {@link Galera}: a process of MariaDB. */
public final class GaleraMember {

    private static final Path RULES = Path.of("server-config", "galera", "60-sociallink.cnf");
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final Pattern POSITION =
            Pattern.compile("WSREP: Recovered position:? *(?<position>\\S+)");

    private final Path directory;
    private final int number;
    private final Galera.Machine machine;
    private final List<String> addresses;
    private Process process;

    GaleraMember(Path parent, int number, Galera.Machine machine, List<String> addresses) {
        directory = parent.resolve("db" + number);
        this.number = number;
        this.machine = machine;
        this.addresses = addresses;
        try {
            Files.createDirectories(directory.resolve("tmp"));
            Files.createDirectories(directory.resolve("data"));
            Files.writeString(directory.resolve("60-sociallink.cnf"), rules());
            Files.writeString(directory.resolve("users.sql"), users());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        giveToMysql();
    }

    /** The operator's file with this member's name and address. */
    private String rules() throws IOException {
        var rules =
                Files.readString(RULES)
                        .replace("10.0.0.21,10.0.0.22,10.0.0.23", "<all>")
                        .replace("10.0.0.21", address())
                        .replace("<all>", String.join(",", addresses))
                        .replace("wsrep_node_name         = db1", "wsrep_node_name = db" + number);
        if (!rules.contains("wsrep_node_name = db" + number)) {
            throw new IllegalStateException("The file names no member.");
        }
        return rules;
    }

    private static String users() {
        return "CREATE USER IF NOT EXISTS admin@'%' IDENTIFIED BY '"
                + Database.PASSWORD
                + "';\nGRANT ALL ON *.* TO admin@'%' WITH GRANT OPTION;\n";
    }

    private static boolean isRoot() {
        return System.getProperty("user.name").equals("root");
    }

    private void giveToMysql() {
        if (isRoot()) {
            Commands.run(List.of("chown", "-R", "mysql:", directory.toString()));
        }
    }

    /** Its own empty database. Members that join later get everything from another one. */
    void install() {
        Commands.run(
                List.of(
                        "env",
                        "TMPDIR=" + directory.resolve("tmp"),
                        "mariadb-install-db",
                        "--no-defaults",
                        "--datadir=" + directory.resolve("data"),
                        "--skip-test-db"));
        giveToMysql();
    }

    /** Begins a new cluster; only when no member runs, and with the one that has every commit. */
    public void startFirst() {
        start("--wsrep-new-cluster", "--init-file=" + directory.resolve("users.sql"));
    }

    /** Does not wait until it has joined. After a kill it says how far it came, as Debian's unit does. */
    public void start() {
        var position = Files.exists(directory.resolve("data/ibdata1")) ? recovered() : "";
        start(position.isEmpty() ? new String[0] : new String[] {position});
    }

    private String recovered() {
        var said =
                Commands.run(
                        command(
                                "--wsrep-recover",
                                "--log-error=" + directory.resolve("recovery.log")));
        try {
            var log = said + Files.readString(directory.resolve("recovery.log"));
            var position = POSITION.matcher(log);
            return position.results()
                    .reduce((first, second) -> second)
                    .map(found -> "--wsrep-start-position=" + found.group(1))
                    .orElse("");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private void start(String... options) {
        try {
            process =
                    new ProcessBuilder(command(options))
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
                            .start();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private List<String> command(String... options) {
        var command = new ArrayList<>(machine.command());
        command.addAll(List.of("env", "TMPDIR=" + directory.resolve("tmp")));
        if (isRoot()) {
            command.addAll(List.of("setpriv", "--reuid=mysql", "--regid=mysql", "--init-groups"));
        }
        command.addAll(
                List.of(
                        "mariadbd",
                        "--defaults-file=" + directory.resolve("60-sociallink.cnf"),
                        "--datadir=" + directory.resolve("data"),
                        "--tmpdir=" + directory.resolve("tmp"),
                        "--socket=" + directory.resolve("s.sock"),
                        "--pid-file=" + directory.resolve("pid"),
                        "--skip-name-resolve",
                        "--innodb-buffer-pool-size=64M"));
        command.addAll(List.of(options));
        return command;
    }

    /** Without warning, as in a power failure. */
    public void kill() {
        if (process != null) {
            end(true);
        }
    }

    /** As {@code systemctl stop mariadb} does: it says goodbye to the others. */
    public void leave() {
        end(false);
    }

    private void end(boolean isKilled) {
        // the scripts of a state transfer are its children
        var all = new ArrayList<>(process.descendants().toList());
        if (isKilled) {
            process.destroyForcibly();
        } else {
            process.destroy();
        }
        process.onExit().orTimeout(SOON.toSeconds(), TimeUnit.SECONDS).join();
        all.forEach(ProcessHandle::destroyForcibly);
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Whether it belongs to the majority, has every commit and takes writes. */
    public boolean isSynced() {
        return status("wsrep_local_state_comment").equals("Synced")
                && status("wsrep_cluster_status").equals("Primary");
    }

    /** How many members it sees; 0 when it does not answer. */
    public int members() {
        var size = status("wsrep_cluster_size");
        return size.isEmpty() ? 0 : Integer.parseInt(size);
    }

    private String status(String name) {
        try {
            return admin().rows("SHOW STATUS LIKE '" + name + "'")
                    .get(0)
                    .substring(name.length() + 1);
        } catch (IllegalStateException | IndexOutOfBoundsException away) {
            return "";
        }
    }

    private Database admin() {
        return new Database(
                "jdbc:mariadb://" + address() + ":3306/",
                "admin",
                Database.PASSWORD,
                Map.of("connectTimeout", "1000", "socketTimeout", "5000"));
    }

    boolean answers(Database database) {
        try {
            return database.rows("SELECT 1").size() == 1;
        } catch (IllegalStateException away) {
            return false;
        }
    }

    /** Waits until it sees so many members, itself among them. */
    public void awaitMembers(int members) {
        Await.until(this + " sees " + members, SOON, () -> members() == members);
    }

    public int number() {
        return number;
    }

    public String address() {
        return machine.address();
    }

    Path directory() {
        return directory;
    }

    Path log() {
        return directory.resolve("mariadbd.log");
    }

    @Override
    public String toString() {
        return "db" + number;
    }
}
