import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.h2.store.fs.FilePath;

/**
 * What is in the database after a kill: see bench/kills. Each profile_id that somebody was given must have its profile, its
 * key and its outcome, and each of these rows must have the other two.
 *
 * <p>Arguments, one of:
 *
 * <ul>
 *   <li>{@code check FILE IDS SIZE BEFORE SUMS}: looks into a database (without {@code .mv.db}) for the ids of a file, of
 *       which so many lines are older; adds a line to the sums
 *   <li>{@code h2 DIRECTORY OPTIONS THREADS KILLS EACH SUMS}: kills a process of this class that commits as links do, and
 *       checks; a new database after so many kills
 *   <li>{@code write URL THREADS}: that process. With {@code FREE} in the environment its threads write at the same time
 *   <li>{@code sums FILE}: prints the sums
 * </ul>
 */
public class Kills {

    private static final String ROWS =
            "SELECT id, COUNT(DISTINCT part), LISTAGG(part, ' ') FROM (SELECT id, 'profile' part FROM profile"
                    + " UNION ALL SELECT profile_id, 'key' FROM profile_key"
                    + " UNION ALL SELECT profile_id, 'outcome' FROM link_outcome"
                    + " WHERE profile_id <> '00000000-0000-0000-0000-000000000000') GROUP BY id";

    public static void main(String[] arguments) throws Exception {
        FilePath.register(
                (FilePath)
                        Class.forName("com.xpkit.sociallink.platform.storage.ForcedFiles")
                                .getDeclaredConstructor()
                                .newInstance());
        switch (arguments[0]) {
            case "check" -> System.exit(check(arguments) ? 0 : 1);
            case "h2" -> System.exit(killH2(arguments) ? 0 : 1);
            case "write" -> write(arguments[1], Integer.parseInt(arguments[2]));
            case "sums" -> sums(Path.of(arguments[1]));
            default -> throw new IllegalArgumentException(arguments[0]);
        }
    }

    // ---- looking ----

    private static boolean check(String[] arguments) throws Exception {
        var ids = Files.readAllLines(Path.of(arguments[2]));
        var fresh = ids.size() - Integer.parseInt(arguments[4]);
        var known = Path.of(arguments[2] + ".known");
        var result = look("jdbc:h2:nio:" + arguments[1], new HashSet<>(ids), known);
        return result.keep(fresh, Long.parseLong(arguments[3]), Path.of(arguments[5]));
    }

    /** What is wrong, and how long H2 took to open the file. */
    private record Result(int lost, int torn, long millis) {

        boolean keep(int acknowledged, long size, Path sums) throws IOException {
            var line = "%d %d %d %d %d%n".formatted(acknowledged, lost, torn, millis, size);
            Files.writeString(sums, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            System.out.printf(
                    "acknowledged %d, lost %d, torn %d, opened in %d ms, file %.1f MiB%n",
                    acknowledged, lost, torn, millis, size / 1048576.0);
            return lost + torn == 0;
        }
    }

    /**
     * @param known a file of ids that an earlier look at the same database has found wrong; they count once
     */
    private static Result look(String url, Set<String> ids, Path known) throws SQLException, IOException {
        var begin = System.nanoTime();
        var torn = new TreeSet<String>();
        var lost = new TreeSet<>(ids);
        long millis;
        try (var connection = open(url)) {
            millis = (System.nanoTime() - begin) / 1_000_000;
            try (var statement = connection.createStatement();
                    var rows = statement.executeQuery(ROWS)) {
                while (rows.next()) {
                    if (rows.getInt(2) == 3) {
                        lost.remove(rows.getString(1));
                    } else {
                        torn.add(rows.getString(1) + " has " + rows.getString(3));
                    }
                }
            }
        }
        var old = Files.exists(known) ? Files.readAllLines(known) : List.<String>of();
        old.forEach(torn::remove);
        old.forEach(lost::remove);
        torn.forEach(each -> System.out.println("torn: " + each));
        var wrong = Stream.of(old, torn, lost).flatMap(each -> each.stream()).toList();
        Files.write(known, wrong);
        return new Result(lost.size(), torn.size(), millis);
    }

    private static Connection open(String url) throws SQLException {
        return DriverManager.getConnection(url, "sociallink", "");
    }

    private static void sums(Path file) throws IOException {
        var kills = Files.readAllLines(file).stream().map(Kills::numbers).toList();
        if (kills.isEmpty()) {
            return;
        }
        var opened = kills.stream().mapToLong(kill -> kill[3]).sorted().toArray();
        System.out.printf(
                "in all: %d kills, %d that lost or tore; acknowledged %d, lost %d, torn %d;"
                        + " opened in %d ms (median), %d ms (most); largest file %.1f MiB%n",
                kills.size(),
                kills.stream().filter(kill -> kill[1] + kill[2] > 0).count(),
                kills.stream().mapToLong(kill -> kill[0]).sum(),
                kills.stream().mapToLong(kill -> kill[1]).sum(),
                kills.stream().mapToLong(kill -> kill[2]).sum(),
                opened[opened.length / 2],
                opened[opened.length - 1],
                kills.stream().mapToLong(kill -> kill[4]).max().orElseThrow() / 1048576.0);
    }

    private static long[] numbers(String line) {
        return Stream.of(line.split(" ")).mapToLong(Long::parseLong).toArray();
    }

    // ---- killing H2 alone ----

    private static boolean killH2(String[] arguments) throws Exception {
        var directory = Path.of(arguments[1]);
        var options = arguments[2].split(";", 2);
        var url = "jdbc:h2:" + options[0] + directory.resolve("killed") + ";" + options[1];
        var kills = Integer.parseInt(arguments[4]);
        var each = Integer.parseInt(arguments[5]);
        var sums = Path.of(arguments[6]);
        var isGood = true;
        var ids = new HashSet<String>();
        for (int kill = 0; kill < kills; kill++) {
            if (kill % each == 0) {
                empty(directory);
                ids.clear();
            }
            isGood &= killOnce(directory, url, arguments[3], ids, sums);
        }
        sums(sums);
        return isGood;
    }

    private static void empty(Path directory) throws IOException {
        try (var files = Files.list(directory)) {
            for (var file : files.toList()) {
                Files.delete(file);
            }
        }
    }

    private static boolean killOnce(Path directory, String url, String threads, Set<String> ids, Path sums)
            throws Exception {
        var printed = Files.readString(killed(directory, url, threads)).lines().filter(line -> line.length() == 36);
        var known = ids.size();
        printed.forEach(ids::add);
        var file = directory.resolve("killed.mv.db");
        var copy = Files.copy(file, directory.resolve("dead.mv.db"));
        var result = look("jdbc:h2:nio:" + directory.resolve("dead"), ids, directory.resolve("known"));
        Files.delete(copy);
        return result.keep(ids.size() - known, Files.size(file), sums);
    }

    /** What a process has printed that was killed half a second to two seconds after it began to commit. */
    private static Path killed(Path directory, String url, String threads) throws Exception {
        var output = directory.resolve("output");
        var errors = directory.resolve("errors");
        var child =
                new ProcessBuilder(
                                ProcessHandle.current().info().command().orElse("java"),
                                "-Xmx256m",
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                System.getProperty("java.class.path"),
                                "Kills",
                                "write",
                                url,
                                threads)
                        .redirectOutput(output.toFile())
                        .redirectError(errors.toFile())
                        .start();
        try {
            while (Files.readString(output).lines().noneMatch("ready"::equals)) {
                if (!child.isAlive()) {
                    throw new IllegalStateException("It does not start: " + Files.readString(errors));
                }
                Thread.sleep(10);
            }
            Thread.sleep(new SplittableRandom().nextInt(500, 2000));
        } finally {
            child.destroyForcibly().waitFor();
        }
        if (child.exitValue() != 137) {
            throw new IllegalStateException("It ended by itself: " + Files.readString(errors));
        }
        return output;
    }

    // ---- the process that is killed ----

    private static void write(String url, int threads) throws Exception {
        try (var connection = open(url)) {
            if (isEmpty(connection)) {
                migrate(url);
            }
            for (int i = 0; i < threads; i++) {
                new Thread(() -> commitForever(url)).start();
            }
            System.out.println("ready");
            Thread.sleep(TimeUnit.MINUTES.toMillis(1));
            System.exit(3);
        }
    }

    private static boolean isEmpty(Connection connection) throws SQLException {
        try (var tables = connection.getMetaData().getTables(null, null, "LINK_OUTCOME", null)) {
            return !tables.next();
        }
    }

    private static void migrate(String url) {
        Flyway.configure()
                .dataSource(url, "sociallink", "")
                .locations("classpath:db/migration")
                .placeholders(
                        Map.of(
                                "exact", "",
                                "uuid", "UUID",
                                "text", "CHARACTER LARGE OBJECT",
                                "table", "",
                                "where_unionid", "",
                                "where_first_unionid", ""))
                .load()
                .migrate();
    }

    private static void commitForever(String url) {
        try (var connection = open(url)) {
            connection.setAutoCommit(false);
            while (true) {
                var id = UUID.randomUUID();
                if (System.getenv().getOrDefault("FREE", "").isEmpty()) {
                    commitInTurn(connection, id);
                } else {
                    commit(connection, id);
                }
                // one write: a kill may cut off the last line, and never mixes two
                System.out.write((id + "\n").getBytes(UTF_8));
                System.out.flush();
            }
        } catch (SQLException | IOException failed) {
            failed.printStackTrace();
            System.exit(2);
        }
    }

    /** As the service does (H2Turns). */
    private static synchronized void commitInTurn(Connection connection, UUID id) throws SQLException {
        commit(connection, id);
    }

    private static void commit(Connection connection, UUID id) throws SQLException {
        var now = System.currentTimeMillis() * 1000;
        var account = new UUID(1, 1);
        execute(
                connection,
                "INSERT INTO profile (created, last_modified, id, account_id, version, gender, city,"
                        + " province, country) VALUES (?, ?, ?, ?, 1, 'Male', '广州', '广东', '中国')",
                now,
                now,
                id,
                account);
        execute(
                connection,
                "INSERT INTO profile_key (added, account_id, profile_id, kind, key_value, app_id, nickname)"
                        + " VALUES (?, ?, ?, 1, ?, 'wx0000000000000001', '小明')",
                now,
                account,
                id,
                "o" + id);
        execute(
                connection,
                "INSERT INTO link_outcome (state, code, linked_code, profile_id) VALUES (?, ?, ?, ?)",
                UUID.randomUUID(),
                new UUID(0, 0),
                UUID.randomUUID(),
                id);
        connection.commit();
    }

    private static void execute(Connection connection, String sql, Object... values) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }
}
