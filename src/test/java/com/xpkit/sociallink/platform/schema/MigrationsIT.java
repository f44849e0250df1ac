package com.xpkit.sociallink.platform.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.xpkit.sociallink.database.Database;
import com.xpkit.sociallink.database.DatabaseOfTheRun;
import com.xpkit.sociallink.database.DatabaseServer;
import com.xpkit.sociallink.database.H2;
import com.xpkit.sociallink.database.PostgreSql;
import com.xpkit.sociallink.platform.settings.SettingsMother;
import com.xpkit.sociallink.platform.storage.ConstraintViolations;
import com.xpkit.sociallink.platform.storage.DatabaseProduct;
import com.xpkit.sociallink.platform.storage.DatabaseSettings;
import com.xpkit.sociallink.platform.storage.LoggedFailure;
import com.xpkit.sociallink.platform.storage.SettingsDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The schema on a real server of each product with its default settings. */
@ParameterizedClass
@EnumSource
class MigrationsIT {

    private static final String A = "00000000-0000-7000-8000-00000000000a";
    private static final String B = "00000000-0000-7000-8000-00000000000b";
    private static final String P = "00000000-0000-7000-8000-00000000000c";
    private static final String NOBODY = "00000000-0000-7000-8000-00000000000d";
    private static final Map<DatabaseProduct, DatabaseServer> SERVERS =
            new EnumMap<>(DatabaseProduct.class);
    private static final String INSERT_KEY =
            "INSERT INTO profile_key (account_id, kind, key_value, profile_id, added, app_id,"
                    + " nickname) VALUES ('"
                    + A
                    + "', 1, ?, '"
                    + P
                    + "', 1, 'wx1', ?)";

    @TempDir static Path temp;

    @Parameter DatabaseProduct product;

    private Database database;
    private DataSource dataSource;

    @BeforeAll
    static void start() {
        SERVERS.put(DatabaseProduct.H2, new H2(temp));
        SERVERS.put(DatabaseProduct.POSTGRESQL, new PostgreSql(0, Map.of()));
        SERVERS.put(DatabaseProduct.MARIADB, DatabaseOfTheRun.mariaDb(0));
    }

    @AfterAll
    static void stop() {
        SERVERS.values().forEach(DatabaseServer::close);
        SERVERS.clear();
    }

    @BeforeEach
    void makeADatabase() throws SQLException {
        database = SERVERS.get(product).make("d" + UUID.randomUUID().toString().replace("-", ""));
        dataSource = dataSource("");
    }

    private DataSource dataSource(String options) throws SQLException {
        return SettingsDataSource.of(
                new DatabaseSettings(
                        SettingsMother.with(
                                Map.of(
                                        "sociallink.db.url", database.url() + options,
                                        "sociallink.db.user", database.user(),
                                        "sociallink.db.password", database.password()))));
    }

    private FluentConfiguration scripts() {
        return Migrations.scripts(dataSource, product);
    }

    private List<String> history() {
        return Stream.of(scripts().load().info().applied())
                .map(
                        done ->
                                done.getVersion()
                                        + " "
                                        + done.getState()
                                        + " "
                                        + done.getInstalledOn())
                .toList();
    }

    private int migrate() {
        return scripts().load().migrate().migrationsExecuted;
    }

    @Test
    void makeAnEmptyDatabaseCurrent() {
        var executed = migrate();

        assertThat(executed).isPositive();
        assertThat(history()).hasSize(executed);
        assertThat(database.rows("SELECT count(*) FROM job_step")).containsExactly("0");
    }

    @Test
    void changeNothingInACurrentDatabase() {
        migrate();
        var history = history();

        assertThat(migrate()).isZero();

        assertThat(history()).isEqualTo(history);
    }

    @Test
    void bringAnOlderDatabaseOnWithWhatIsInIt() throws SQLException {
        scripts().target(MigrationVersion.fromVersion("1")).load().migrate();
        addAProfile();
        addKey("oAbC", "小明😀");

        assertThat(migrate()).isPositive();

        assertThat(database.rows("SELECT id, document FROM profile")).containsExactly(P + " null");
        database.run(
                "INSERT INTO profile_indexed_value (profile_id, account_id, path, indexed_value)"
                        + " VALUES ('"
                        + P
                        + "', '"
                        + A
                        + "', 'social.nickname', 'tElsewhere')");
        assertThat(database.rows("SELECT text_value FROM social_text"))
                .contains("oAbC", "小明😀", "Elsewhere");
    }

    @Test
    void leaveAloneADatabaseThatANewerVersionHasMigratedFurther() throws IOException {
        var later = Files.createDirectories(temp.resolve("later"));
        Files.writeString(later.resolve("V999__later.sql"), "CREATE TABLE later (id INTEGER);");
        scripts().locations("classpath:db/migration", "filesystem:" + later).load().migrate();
        var history = history();

        assertThat(migrate()).isZero();

        assertThat(history()).isEqualTo(history);
        assertThat(database.rows("SELECT id FROM later")).isEmpty();
    }

    @Test
    void runOnceThoughSeveralNodesStartAtOnce() {
        assumeThat(product)
                .as("a database that several nodes can share")
                .isNotEqualTo(DatabaseProduct.H2);
        var nodes = 4;
        var threads = Executors.newFixedThreadPool(nodes);
        var everybodyIsThere = new CountDownLatch(nodes);

        var executed =
                Stream.generate(
                                () ->
                                        CompletableFuture.supplyAsync(
                                                () -> migrateWhen(everybodyIsThere), threads))
                        .limit(nodes)
                        .toList()
                        .stream()
                        .mapToInt(CompletableFuture::join)
                        .sum();
        threads.shutdown();

        assertThat(history()).hasSize(executed).doesNotHaveDuplicates();
        assertThat(migrate()).isZero();
    }

    private int migrateWhen(CountDownLatch everybodyIsThere) {
        try {
            everybodyIsThere.countDown();
            everybodyIsThere.await();
            return migrate();
        } catch (InterruptedException stopping) {
            throw new IllegalStateException(stopping);
        }
    }

    /** As after a kill in the middle: what the script's first statements made is there. */
    @Test
    void sayWhatToDoAboutADatabaseThatIsHalfway() {
        assumeThat(product)
                .as("a database that commits each change of a table at once")
                .isNotEqualTo(DatabaseProduct.POSTGRESQL);
        scripts().target(MigrationVersion.fromVersion("2")).load().migrate();
        database.run("CREATE TABLE job (id INTEGER)");

        for (var start = 1; start <= 2; start++) {
            assertThatThrownBy(() -> Migrations.migrate(dataSource, product))
                    .isInstanceOf(MigratedHalfway.class)
                    .hasMessageContaining("halfway to version 3")
                    .hasMessageContaining("Restore the backup");
        }
    }

    @Test
    void leaveNoLeaseWhereFlywayLocks() throws SQLException {
        Migrations.migrate(dataSource, product);

        assertThat(new Schema(dataSource).names())
                .hasSizeGreaterThan(20)
                .doesNotContain(MigrationLease.TABLE);
    }

    /** One node after the other, as on Galera. */
    @Test
    void areTheRightOfOneNodeAtATime() throws SQLException {
        assumeThat(product).as("the only one with a lease").isEqualTo(DatabaseProduct.MARIADB);
        var one = new MigrationLease(dataSource);
        var two = new MigrationLease(dataSource);
        assertThat(one.find()).isEmpty();

        one.take();
        var held = two.find().orElseThrow();
        assertThat(one.isMine(held)).isTrue();
        assertThat(two.isMine(held)).isFalse();
        assertThat(catchThrowable(two::take)).matches(ConstraintViolations::isConflict);

        assertThat(one.renew()).isTrue();
        assertThat(two.takeOver(held)).as("from a node that has given a sign of life").isFalse();
        assertThat(two.takeOver(two.find().orElseThrow())).isTrue();
        assertThat(one.renew()).isFalse();
        one.giveUp();
        assertThat(two.isMine(one.find().orElseThrow())).isTrue();

        two.giveUp();
        assertThat(one.find()).isEmpty();
        assertThat(new Schema(dataSource).names()).isEmpty();
    }

    /** Galera replicates InnoDB alone, and needs a primary key in each table. */
    @Test
    void giveEachTableItsOwnEngineCollationAndKey() throws SQLException {
        assumeThat(product).as("its tables have engines").isEqualTo(DatabaseProduct.MARIADB);
        var others = dataSource("?sessionVariables=default_storage_engine=MyISAM");
        Migrations.migrate(others, product);
        new MigrationLease(others).take();

        var tables =
                database.rows(
                        "SELECT table_name, engine, table_collation, EXISTS (SELECT 1 FROM"
                                + " information_schema.table_constraints c WHERE c.table_schema ="
                                + " t.table_schema AND c.table_name = t.table_name AND"
                                + " c.constraint_type = 'PRIMARY KEY') FROM"
                                + " information_schema.tables t WHERE table_schema = database() AND"
                                + " table_type = 'BASE TABLE'");

        // Flyway's own takes the defaults, and holds the ASCII of our scripts' names
        assertThat(tables)
                .filteredOn(table -> !table.startsWith("flyway_"))
                .hasSizeGreaterThan(20)
                .anyMatch(table -> table.startsWith(MigrationLease.TABLE))
                .allMatch(table -> table.endsWith(" InnoDB utf8mb4_nopad_bin 1"));
    }

    @Test
    void keepKeysApartThatDifferInAnyByte() throws SQLException {
        var keys =
                List.of(
                        "oAbC",
                        "oabc",
                        "OABC",
                        "e",
                        "é",
                        "e\u0301",
                        "ss",
                        "ß",
                        "a",
                        "a ",
                        "a\t",
                        "😀",
                        "😁",
                        "𠮷",
                        "吉",
                        "\uD83D\uDE00 ",
                        "i",
                        "İ",
                        "ı");
        migrate();
        addAProfile();

        for (var key : keys) {
            addKey(key, key);
        }

        for (var key : keys) {
            assertThat(found("key_value", key)).containsExactly(key);
            assertThat(found("nickname", key)).as("without ${exact}").containsExactly(key);
        }
    }

    @Test
    void takeNothingFromTheServersOwnCharacterSet() throws SQLException {
        migrate();

        assertThat(new Schema(dataSource).texts())
                .hasSizeGreaterThan(50)
                .allSatisfy(
                        text ->
                                assertThat(characters(product, false))
                                        .as(text.name())
                                        .contains(text.characters()));
    }

    @Test
    void compareWhatIsAKeyByteByByte() throws SQLException {
        migrate();
        var schema = new Schema(dataSource);
        var indexed = schema.indexed();

        assertThat(schema.texts())
                .filteredOn(text -> indexed.contains(text.name()))
                .hasSizeGreaterThan(10)
                .allSatisfy(
                        text ->
                                assertThat(characters(product, true))
                                        .as(text.name())
                                        .contains(text.characters()));
    }

    /** The character sets and collations that a text column may have. */
    private static Set<String> characters(DatabaseProduct product, boolean isExact) {
        return switch (product) {
            case H2 -> Set.of("Unicode null", "Unicode OFF");
            case POSTGRESQL -> isExact ? Set.of("null C") : Set.of("null null", "null C");
            case MARIADB -> Set.of("utf8mb4 utf8mb4_nopad_bin");
        };
    }

    /** The path in the index of values; {@code long_text} contains what is too long for a key. */
    @ParameterizedTest
    @ValueSource(strings = {"profile_indexed_value", "merge_indexed_value", "job_indexed_value"})
    void holdLongTextsOfAnyScriptInEachIndexOfValues(String table) throws SQLException {
        migrate();
        addAProfile();
        addAMergeAndAJob();
        var text = "上海市徐汇区漕溪北路三百三十一号😀".repeat(20);
        var value = "t" + text.substring(0, 180);

        try (var connection = dataSource.getConnection();
                var insert = connection.prepareStatement(insertOf(table))) {
            insert.setString(1, value);
            insert.setString(2, text);
            assertThat(insert.executeUpdate()).isEqualTo(1);
        }

        assertThat(database.rows("SELECT indexed_value, long_text FROM " + table))
                .containsExactly(value + " " + text);
    }

    private static String insertOf(String table) {
        var owner =
                switch (table) {
                    case "profile_indexed_value" -> "(profile_id, ";
                    case "merge_indexed_value" -> "(merge_id, ";
                    default -> "(step, job_id, ";
                };
        return "INSERT INTO "
                + table
                + owner
                + "account_id, path, indexed_value, long_text) VALUES ("
                + (table.equals("job_indexed_value") ? "0, '" + P + "'" : "'" + P + "'")
                + ", '"
                + A
                + "', 'address.street', ?, ?)";
    }

    private void addAMergeAndAJob() {
        database.run(
                "INSERT INTO profile_merge (id, account_id, authority_id, merged_by, changes,"
                        + " undone, created, last_modified, version)"
                        + " VALUES ('"
                        + P
                        + "', '"
                        + A
                        + "', '"
                        + P
                        + "', 'c', '[]', 0, 1, 1, 1)",
                "INSERT INTO job (id, account_id, client_id, kind, service, is_bulk, info, status,"
                        + " steps, succeeded, failed, place, runs, webhook_tries, created,"
                        + " last_modified, version) VALUES ('"
                        + P
                        + "', '"
                        + A
                        + "', 'c', 'k', 's', FALSE, 'i',"
                        + " 'Queued', 1, 0, 0, 0, 0, 0, 1, 1, 1)");
    }

    @Test
    void holdTextsOfAnyLengthAndCharacter() throws SQLException {
        var text = "\u0001\\'\"%_ 😀𠮷é".repeat(20_000);
        migrate();
        addAProfile();

        try (var connection = dataSource.getConnection();
                var update = connection.prepareStatement("UPDATE profile SET document = ?")) {
            update.setString(1, text);
            assertThat(update.executeUpdate()).isEqualTo(1);
        }

        assertThat(database.rows("SELECT document FROM profile")).containsExactly(text);
    }

    @Test
    void workAtTheIsolationThatTheServerHasByItself() throws SQLException {
        try (var connection = dataSource.getConnection()) {
            assertThat(connection.getTransactionIsolation())
                    .isEqualTo(
                            product == DatabaseProduct.MARIADB
                                    ? Connection.TRANSACTION_REPEATABLE_READ
                                    : Connection.TRANSACTION_READ_COMMITTED);
        }
    }

    /** Versions of entities are compared in this way. */
    @Test
    void countTheRowsThatAnUpdateFindsWhetherOrNotItChangesThem() throws SQLException {
        migrate();
        addAProfile();

        try (var connection = dataSource.getConnection();
                var update = connection.createStatement()) {
            assertThat(update.executeUpdate("UPDATE profile SET version = 1")).isEqualTo(1);
            assertThat(update.executeUpdate("UPDATE profile SET version = 1 WHERE version = 2"))
                    .isZero();
        }
    }

    @Test
    void makeTheDatabaseTheJudge() throws SQLException {
        migrate();
        addAProfile();
        addKey("o1", "one");

        var refusals =
                Stream.of(
                                "INSERT INTO account VALUES ('" + A + "', 'Again', 1, 1, 1)",
                                "INSERT INTO profile_indexed_value (profile_id, account_id, path,"
                                        + " indexed_value) VALUES ('"
                                        + NOBODY
                                        + "', '"
                                        + A
                                        + "', 'b', 'tc')",
                                "DELETE FROM profile",
                                "UPDATE profile_key SET profile_id = '" + NOBODY + "'",
                                "UPDATE profile SET account_id = NULL")
                        .map(sql -> catchThrowable(() -> database.run(sql)))
                        .toList();

        assertThat(refusals).allMatch(ConstraintViolations::isViolation);
    }

    @Test
    void letOneOfTwoThatWaitForEachOtherTryAgain() throws SQLException {
        migrate();
        addAProfile();
        database.run("INSERT INTO account VALUES ('" + B + "', 'Other', 1, 1, 1)");

        try (var one = begin("UPDATE account SET version = 2 WHERE id = '" + A + "'");
                var two = begin("UPDATE account SET version = 2 WHERE id = '" + B + "'")) {
            var waits =
                    CompletableFuture.supplyAsync(
                            () ->
                                    end(
                                            one,
                                            "UPDATE account SET version = 3 WHERE id = '"
                                                    + B
                                                    + "'"));
            var failures = new ArrayList<Throwable>();
            failures.add(end(two, "UPDATE account SET version = 3 WHERE id = '" + A + "'"));
            failures.add(waits.join());

            assertThat(failures).containsNull();
            failures.removeIf(failure -> failure == null);
            assertThat(failures).singleElement().matches(ConstraintViolations::isTransient);
        }
    }

    private Connection begin(String sql) throws SQLException {
        var connection = dataSource.getConnection();
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
        return connection;
    }

    /** The refusal, or null if there is none. */
    private static Throwable end(Connection connection, String sql) {
        var refusal =
                catchThrowable(
                        () -> {
                            try (var statement = connection.createStatement()) {
                                statement.execute(sql);
                            }
                        });
        return refusal == null
                ? catchThrowable(connection::commit)
                : rolledBack(connection, refusal);
    }

    private static Throwable rolledBack(Connection connection, Throwable refusal) {
        assertThat(catchThrowable(connection::rollback)).isNull();
        return refusal;
    }

    private void addAProfile() {
        database.run(
                "INSERT INTO account (id, name, created, last_modified, version)"
                        + " VALUES ('"
                        + A
                        + "', 'Account', 1, 1, 1)",
                "INSERT INTO profile (id, account_id, created, last_modified, version)"
                        + " VALUES ('"
                        + P
                        + "', '"
                        + A
                        + "', 1, 1, 1)");
    }

    @Test
    void refuseADuplicateValueInAWayThatTheLogMayShow() throws SQLException {
        migrate();
        addAProfile();
        addFirstUnionid("oABC-one");

        var refused = catchThrowable(() -> addFirstUnionid("oABC-two"));

        assertThat(refused).hasMessageContaining("oABC");
        assertThat(LoggedFailure.of(refused).toString())
                .containsIgnoringCase("constraint ")
                .containsIgnoringCase("profile_key_first_unionid")
                .doesNotContain("oABC");
    }

    private void addFirstUnionid(String openid) throws SQLException {
        addKey(openid, "n");
        try (var connection = dataSource.getConnection();
                var update =
                        connection.prepareStatement(
                                "UPDATE profile_key SET first_unionid = ? WHERE key_value = ?")) {
            update.setString(1, "oABC-of-a-unionid");
            update.setString(2, openid);
            update.executeUpdate();
        }
    }

    private void addKey(String value, String nickname) throws SQLException {
        try (var connection = dataSource.getConnection();
                var insert = connection.prepareStatement(INSERT_KEY)) {
            insert.setString(1, value);
            insert.setString(2, nickname);
            insert.executeUpdate();
        }
    }

    private List<String> found(String column, String value) throws SQLException {
        try (var connection = dataSource.getConnection();
                var select =
                        connection.prepareStatement(
                                "SELECT key_value FROM profile_key WHERE " + column + " = ?")) {
            select.setString(1, value);
            var rows = new ArrayList<String>();
            try (var result = select.executeQuery()) {
                while (result.next()) {
                    rows.add(result.getString(1));
                }
            }
            return rows;
        }
    }
}
