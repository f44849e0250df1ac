package com.xpkit.sociallink.platform.moving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.xpkit.sociallink.database.Database;
import com.xpkit.sociallink.database.DatabaseOfTheRun;
import com.xpkit.sociallink.database.DatabaseServer;
import com.xpkit.sociallink.database.H2;
import com.xpkit.sociallink.database.PostgreSql;
import com.xpkit.sociallink.platform.storage.LongTransactionsMother;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Moves between real servers of all three products. */
class MovingIT {

    private static final String H2 = "h2";
    private static final String POSTGRESQL = "postgresql";
    private static final String MARIADB = "mariadb";
    private static final Map<String, DatabaseServer> SERVERS = new HashMap<>();

    @TempDir static Path temp;

    @BeforeAll
    static void start() {
        SERVERS.put(H2, new H2(temp));
        SERVERS.put(POSTGRESQL, new PostgreSql(0, Map.of()));
        SERVERS.put(MARIADB, DatabaseOfTheRun.mariaDb(0));
    }

    @AfterAll
    static void stop() {
        SERVERS.values().forEach(DatabaseServer::close);
        SERVERS.clear();
    }

    private static Database make(String product) throws SQLException {
        var name = "d" + UUID.randomUUID().toString().replace("-", "");
        return LongTransactionsMother.migrated(SERVERS.get(product).make(name));
    }

    private static Database filled(String product) throws SQLException {
        var database = make(product);
        Contents.fill(database, MoveMother.KEY, MoveMother.SEALED);
        return database;
    }

    @ParameterizedTest
    @CsvSource({"h2, postgresql, mariadb", "postgresql, mariadb, h2", "mariadb, postgresql, h2"})
    void carriesEverythingOn(String first, String second, String third) throws SQLException {
        var one = filled(first);
        var two = make(second);
        var three = make(third);
        var contents = Contents.of(one);

        MoveMother.move(one, two).move();
        MoveMother.move(two, three).move();

        assertThat(Contents.of(two)).isEqualTo(contents);
        assertThat(Contents.of(three)).isEqualTo(contents);
        assertThat(Contents.of(one)).isEqualTo(contents);
    }

    @ParameterizedTest
    @ValueSource(strings = {POSTGRESQL, MARIADB})
    void happensOnceThoughTwoNodesStartAtOnce(String product) throws SQLException {
        var from = filled(H2);
        var to = make(product);
        var one = MoveMother.move(from, to);
        var two = MoveMother.move(from, to);

        CompletableFuture.allOf(
                        CompletableFuture.runAsync(one::move),
                        CompletableFuture.runAsync(two::move))
                .join();

        assertThat(Contents.of(to)).isEqualTo(Contents.of(from));
        assertThat(to.rows("SELECT id FROM database_move")).containsExactly("1");
    }

    /** Neither those of a role or session, nor that of the address. */
    @ParameterizedTest
    @CsvSource({
        "postgresql, '?socketTimeout=10&options=-c%20statement_timeout=9s%20-c%20lock_timeout=9s', SHOW statement_timeout, 0",
        "postgresql, '?socketTimeout=10&options=-c%20statement_timeout=9s%20-c%20lock_timeout=9s', SHOW lock_timeout, 0",
        "mariadb, ?socketTimeout=9000&sessionVariables=max_statement_time=9, SELECT @@max_statement_time, 0.000000"
    })
    void hasNoTimeLimits(String product, String options, String query, String none)
            throws SQLException {
        var made = make(product);
        var limited = new Database(made.url() + options, made.user(), made.password(), Map.of());
        assertThat(limited.rows(query)).as("with its limits").doesNotContain(none);

        var found =
                LongTransactionsMother.in(limited)
                        .write(
                                connection -> {
                                    assertThat(connection.getNetworkTimeout()).isZero();
                                    try (var statement = connection.createStatement();
                                            var row = statement.executeQuery(query)) {
                                        row.next();
                                        return row.getString(1);
                                    }
                                });

        assertThat(found).isEqualTo(none);
    }

    @ParameterizedTest
    @ValueSource(strings = {POSTGRESQL, MARIADB})
    void isRefusedFromADatabaseThatIsMissingOrClosed(String product) throws SQLException {
        var from = filled(product);
        var to = make(H2);
        var name = from.url().substring(from.url().lastIndexOf('/') + 1);
        var missing = new Database(from.url().replace(name, "missing"));
        var wrong = new Database(from.url(), from.user(), "not-this-one", Map.of());
        var away = new Database(from.url().replaceFirst(":\\d+/", ":1/"));

        assertRefused(missing, to, "There is no such database, or the user has no rights in it.");
        assertRefused(wrong, to, "It does not accept the user or the password.");
        assertRefused(away, to, "It cannot be reached.");
        assertThat(Contents.of(to).values()).allSatisfy(rows -> assertThat(rows).isEmpty());
    }

    private static void assertRefused(Database from, Database to, String reason)
            throws SQLException {
        var moving = MoveMother.move(from, to);

        assertThatThrownBy(moving::move)
                .isInstanceOf(MoveRefused.class)
                .hasMessageContaining(reason)
                .hasMessageNotContaining(from.password());
    }
}
