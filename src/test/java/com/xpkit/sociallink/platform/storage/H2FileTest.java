package com.xpkit.sociallink.platform.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.xpkit.sociallink.platform.settings.SettingsMother;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class H2FileTest {

    private static final Duration AT_ONCE = Duration.ofMillis(20);
    private static final int COMMITS = 150;

    @TempDir Path directory;

    private final H2File file = new H2File();
    private String url;

    @BeforeEach
    void choose() {
        // not forced, so that it is fast
        url = "jdbc:h2:nio:" + directory.resolve("link") + ";WRITE_DELAY=0;REUSE_SPACE=FALSE";
        file.turns = new H2Turns(Duration.ofSeconds(10), Duration.ofSeconds(10));
        file.settings = at(url);
    }

    private static DatabaseSettings at(String url) {
        return new DatabaseSettings(SettingsMother.with(Map.of("sociallink.db.url", url)));
    }

    @Test
    void hasASizeWhenItIsThere() throws SQLException {
        assertThat(file.size()).isEmpty();

        fill();

        assertThat(file.size().orElseThrow()).isGreaterThan(500_000);
    }

    @Test
    void hasNoSizeWhereThereIsNone() {
        file.settings = at("jdbc:h2:mem:x");
        assertThat(file.size()).isEmpty();
        file.settings = at("jdbc:postgresql://db/x");
        assertThat(file.size()).isEmpty();
    }

    @Test
    void isSmallerAfterACompactionAndHoldsTheSameRows() throws SQLException {
        fill();
        var before = file.size().orElseThrow();

        assertThat(file.compact(AT_ONCE)).isTrue();

        assertThat(file.size().orElseThrow()).isLessThan(before / 5);
        try (var connection = open()) {
            assertThat(rows(connection)).isEqualTo(COMMITS);
        }
    }

    @Test
    void goesOnOnConnectionsThatWereOpen() throws SQLException {
        try (var kept = pooled()) {
            fill();
            kept.setAutoCommit(false);

            assertThat(file.compact(AT_ONCE)).isTrue();

            assertThat(rows(kept)).isEqualTo(COMMITS);
            kept.commit();
        }
    }

    @Test
    void isLeftAloneWhileATransactionRuns() throws SQLException {
        fill();
        var before = file.size();
        try (var busy = pooled()) {
            busy.setAutoCommit(false);
            assertThat(rows(busy)).isEqualTo(COMMITS);

            assertThat(file.compact(AT_ONCE)).isFalse();

            assertThat(rows(busy)).isEqualTo(COMMITS);
            assertThat(file.size()).isEqualTo(before);
            busy.commit();
            assertThat(file.compact(AT_ONCE)).isTrue();
        }
    }

    /** As a kill in the middle of a compaction leaves it. */
    @Test
    void ignoresACopyThatIsNotComplete() throws Exception {
        fill();
        var copy = directory.resolve("link.mv.db.tempFile");
        Files.write(copy, new byte[] {1, 2, 3});

        try (var connection = open()) {
            assertThat(rows(connection)).isEqualTo(COMMITS);
        }
        assertThat(copy).doesNotExist();
    }

    @Test
    void letsTransactionsBeginAfterAFailure() throws SQLException {
        file.settings = at("jdbc:h2:nio:/dev/null/link");

        assertThatThrownBy(() -> file.compact(AT_ONCE)).isInstanceOf(SQLException.class);

        file.turns.begin();
    }

    private Connection open() throws SQLException {
        return DriverManager.getConnection(url, "sociallink", "");
    }

    /** As the server's pool has it. */
    private Connection pooled() throws SQLException {
        return ReconnectingConnection.from(this::open, Clock.systemUTC(), file.turns);
    }

    private void fill() throws SQLException {
        try (var connection = open();
                var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE visitor (id INT PRIMARY KEY, name VARCHAR(99))");
            for (int i = 0; i < COMMITS; i++) {
                statement.execute("INSERT INTO visitor VALUES (%s, 'somebody')".formatted(i));
            }
        }
    }

    private static int rows(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement("SELECT COUNT(*) FROM visitor");
                var count = statement.executeQuery()) {
            count.next();
            return count.getInt(1);
        }
    }
}
