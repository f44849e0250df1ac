package com.xpkit.sociallink.platform.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.xpkit.sociallink.database.Database;
import com.xpkit.sociallink.database.Galera;
import com.xpkit.sociallink.platform.settings.SettingsMother;
import com.xpkit.sociallink.platform.storage.DatabaseProduct;
import com.xpkit.sociallink.platform.storage.DatabaseSettings;
import com.xpkit.sociallink.platform.storage.SettingsDataSource;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.flywaydb.core.api.MigrationVersion;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The schema on a Galera of three; {@code mvn verify} leaves it out. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GaleraMigrationsIT {

    private static final int NODES = 3;

    private Galera galera;
    private int databases;
    private String name;
    private Database database;

    @BeforeAll
    void start() {
        galera = Galera.onLoopback();
    }

    @AfterAll
    void stop() {
        galera.close();
    }

    @BeforeEach
    void makeADatabase() {
        name = "d" + ++databases;
        database = galera.make(name);
    }

    private DataSource dataSource(Database database) throws SQLException {
        return SettingsDataSource.of(
                new DatabaseSettings(
                        SettingsMother.with(
                                Map.of(
                                        "sociallink.db.url", database.url(),
                                        "sociallink.db.user", database.user(),
                                        "sociallink.db.password", database.password()))));
    }

    private DataSource member(int number) throws SQLException {
        return dataSource(galera.on(number, database, name));
    }

    private List<String> history(int member) {
        return galera.on(member, database, name)
                .rows("SELECT version, success FROM flyway_schema_history ORDER BY installed_rank");
    }

    private List<String> tables() {
        return database.rows(
                "SELECT table_name FROM information_schema.tables WHERE table_schema = database()");
    }

    /** In odd rounds each node writes to a member of its own, in even ones all write to the same. */
    @RepeatedTest(20)
    void runOnceThoughAllNodesStartAtOnce(RepetitionInfo round) throws Exception {
        var isApart = round.getCurrentRepetition() % 2 == 1;
        var threads = Executors.newFixedThreadPool(NODES);
        var everybodyIsThere = new CountDownLatch(NODES);

        var starts =
                IntStream.rangeClosed(1, NODES)
                        .mapToObj(
                                node ->
                                        threads.submit(
                                                () -> {
                                                    var source = member(isApart ? node : 1);
                                                    everybodyIsThere.countDown();
                                                    everybodyIsThere.await();
                                                    Migrations.migrate(
                                                            source, DatabaseProduct.MARIADB);
                                                    return null;
                                                }))
                        .toList();
        threads.shutdown();

        for (var start : starts) {
            start.get(3, TimeUnit.MINUTES);
        }
        assertThat(IntStream.rangeClosed(1, NODES).mapToObj(this::history))
                .allSatisfy(history -> assertThat(history).containsExactly("1 1", "2 1", "3 1"));
        assertThat(tables()).contains("job_step").doesNotContain(MigrationLease.TABLE);
    }

    @Test
    void bringAnOlderDatabaseOn() throws SQLException {
        Migrations.scripts(member(1), DatabaseProduct.MARIADB)
                .target(MigrationVersion.fromVersion("1"))
                .load()
                .migrate();

        Migrations.migrate(member(2), DatabaseProduct.MARIADB);

        assertThat(history(3)).containsExactly("1 1", "2 1", "3 1");
        assertThat(tables()).doesNotContain(MigrationLease.TABLE);
    }

    @Test
    void goOnAfterANodeThatDiedBeforeItChangedAnything() throws SQLException {
        Migrations.scripts(member(1), DatabaseProduct.MARIADB).target("0?").load().migrate();
        new MigrationLease(member(1)).take();
        var begin = System.nanoTime();

        Migrations.migrate(member(2), DatabaseProduct.MARIADB);

        assertThat(System.nanoTime() - begin)
                .isGreaterThanOrEqualTo(MigrationTurns.SILENCE.toNanos());
        assertThat(history(3)).containsExactly("1 1", "2 1", "3 1");
    }

    /** What it had done stays: the database cannot undo it. */
    @Test
    void sayWhatToDoAfterANodeThatDiedHalfway() throws SQLException {
        Migrations.scripts(member(1), DatabaseProduct.MARIADB)
                .target(MigrationVersion.fromVersion("2"))
                .load()
                .migrate();
        new MigrationLease(member(1)).take();
        database.run("CREATE TABLE job (id INTEGER)");

        for (var node = 2; node <= 3; node++) {
            var source = member(node);
            assertThatThrownBy(() -> Migrations.migrate(source, DatabaseProduct.MARIADB))
                    .isInstanceOf(MigratedHalfway.class)
                    .hasMessageContaining("halfway to version 3");
        }
        assertThat(tables()).doesNotContain(MigrationLease.TABLE);
    }

    /** Flyway's own included, though the server's default is one that stays on its member. */
    @Test
    void giveEachTableTheEngineThatIsReplicated() throws SQLException {
        var node =
                new Database(
                        galera.on(1, database, name).url()
                                + "?sessionVariables=default_storage_engine=MyISAM",
                        database.user(),
                        database.password(),
                        Map.of());

        Migrations.migrate(dataSource(node), DatabaseProduct.MARIADB);

        assertThat(
                        database.rows(
                                "SELECT DISTINCT engine FROM information_schema.tables WHERE"
                                        + " table_schema = database() AND table_type = 'BASE TABLE'"))
                .containsExactly("InnoDB");
        assertThat(history(2)).containsExactly("1 1", "2 1", "3 1");
    }

    @Test
    void refuseADatabaseThatBelongsToSomethingElse() throws SQLException {
        database.run("CREATE TABLE somebody_elses (id INTEGER PRIMARY KEY)");
        var source = member(1);

        assertThatThrownBy(() -> Migrations.migrate(source, DatabaseProduct.MARIADB))
                .hasMessageContaining("non-empty schema");

        assertThat(tables()).containsExactly("somebody_elses");
    }
}
