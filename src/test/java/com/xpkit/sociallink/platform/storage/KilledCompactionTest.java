package com.xpkit.sociallink.platform.storage;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import com.xpkit.sociallink.platform.settings.SettingsMother;
import com.xpkit.sociallink.server.Await;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that commits and compacts its file without a pause is killed at random moments. */
class KilledCompactionTest {

    private static final int KILLS = 4;
    private static final int ROWS_BEFORE = 300;
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @TempDir Path directory;

    private final Random random = new Random();

    @Test
    void losesNothing() throws Exception {
        fill();
        var acknowledged = new ArrayList<String>();
        for (int kill = 0; kill < KILLS; kill++) {
            acknowledged.addAll(killed(kill));

            assertThat(stored()).containsAll(acknowledged).hasSizeGreaterThanOrEqualTo(ROWS_BEFORE);
        }
        assertThat(acknowledged).isNotEmpty();
    }

    private String url(String scheme) {
        return "jdbc:h2:%s:%s;WRITE_DELAY=0;REUSE_SPACE=FALSE"
                .formatted(scheme, directory.resolve("link"));
    }

    private void fill() throws SQLException {
        try (var connection = DriverManager.getConnection(url("nio"), "sociallink", "");
                var statement = connection.createStatement()) {
            statement.execute(
                    "CREATE TABLE visitor (id VARCHAR(99) PRIMARY KEY, text VARCHAR(9999))");
            for (int i = 0; i < ROWS_BEFORE; i++) {
                statement.execute(
                        "INSERT INTO visitor VALUES ('%s', REPEAT('x', 2000))".formatted(i));
            }
        }
    }

    /** The ids that the process has printed. */
    private List<String> killed(int kill) throws IOException, InterruptedException {
        var output = directory.resolve("output-" + kill);
        var victim =
                new ProcessBuilder(
                                ProcessHandle.current().info().command().orElseThrow(),
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                System.getProperty("java.class.path"),
                                Victim.class.getName(),
                                url("file"),
                                "kill-" + kill)
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile())
                        .start();
        try {
            Await.until("it commits", PATIENCE, () -> hasPrinted(output) || !victim.isAlive());
            assertThat(victim.waitFor(random.nextInt(50, 700), MILLISECONDS))
                    .as(Files.readString(output))
                    .isFalse();
        } finally {
            victim.destroyForcibly().waitFor();
        }
        return Files.readAllLines(output).stream()
                .filter(line -> line.startsWith("kill-"))
                .toList();
    }

    private static boolean hasPrinted(Path output) {
        try {
            return Files.readString(output).contains("\n");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private List<String> stored() throws SQLException {
        var found = new ArrayList<String>();
        try (var connection = DriverManager.getConnection(url("nio"), "sociallink", "");
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT id FROM visitor")) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }

    /** The process. */
    static final class Victim {

        private Victim() {}

        public static void main(String[] arguments) throws Exception {
            var file = new H2File();
            file.settings =
                    new DatabaseSettings(
                            SettingsMother.with(Map.of("sociallink.db.url", arguments[0])));
            var source = SettingsDataSource.of(file.settings);
            for (int i = 0; ; i++) {
                var id = arguments[1] + "-" + i;
                try (var connection = source.getConnection();
                        var insert =
                                connection.prepareStatement(
                                        "INSERT INTO visitor VALUES (?, 'x')")) {
                    insert.setString(1, id);
                    insert.executeUpdate();
                }
                System.out.println(id);
                file.compact(Duration.ZERO);
            }
        }
    }
}
