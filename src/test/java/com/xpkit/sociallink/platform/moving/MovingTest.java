package com.xpkit.sociallink.platform.moving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.xpkit.sociallink.database.Database;
import com.xpkit.sociallink.platform.storage.LongTransactionsMother;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Moves from one H2 file to another; {@code MovingIT} has the other databases. */
class MovingTest {

    private static final String OPTIONS = ";WRITE_DELAY=0;REUSE_SPACE=FALSE";

    @TempDir static Path empty;

    @TempDir Path directory;

    private Database from;
    private Database to;

    @BeforeAll
    static void migrate() throws SQLException {
        LongTransactionsMother.migrated(h2(empty, "empty"));
    }

    @BeforeEach
    void make() throws IOException {
        for (var name : List.of("from.mv.db", "to.mv.db")) {
            Files.copy(empty.resolve("empty.mv.db"), directory.resolve(name));
        }
        from = h2("from");
        to = h2("to");
    }

    private Database h2(String name) {
        return h2(directory, name);
    }

    private static Database h2(Path directory, String name) {
        return new Database("jdbc:h2:file:" + directory.resolve(name) + OPTIONS);
    }

    private void fill() throws SQLException {
        Contents.fill(from, MoveMother.KEY, MoveMother.SEALED);
    }

    private byte[] file() throws IOException {
        return Files.readAllBytes(directory.resolve("from.mv.db"));
    }

    @Test
    void copiesEverythingAndLeavesTheSourceAsItWas() throws Exception {
        fill();
        var contents = Contents.of(from);
        var file = file();

        MoveMother.move(from, to).move();

        assertThat(Contents.of(to)).isEqualTo(contents);
        assertThat(contents.values()).allSatisfy(rows -> assertThat(rows).hasSize(3));
        assertThat(file()).isEqualTo(file);
    }

    /** The service has no other tables than these and its own three, which are not moved. */
    @Test
    void leavesOutNoTable() throws Exception {
        var script = new StringBuilder();
        try (var scripts = Files.list(Path.of("src/main/resources/db/migration"))) {
            for (var each : scripts.filter(file -> file.toString().endsWith(".sql")).toList()) {
                script.append(Files.readString(each));
            }
        }
        var tables =
                Pattern.compile("CREATE TABLE (\\w+)")
                        .matcher(script)
                        .results()
                        .map(found -> found.group(1))
                        .filter(name -> !List.of("upkeep_lease", "database_move").contains(name))
                        .toList();

        assertThat(Contents.of(to).keySet()).containsExactlyInAnyOrderElementsOf(tables);
    }

    @Test
    void copiesMoreThanOneBatch() throws Exception {
        from.run(
                "INSERT INTO account SELECT RANDOM_UUID(), 'a' || x, x, x, x FROM SYSTEM_RANGE(1, 2500)");

        MoveMother.move(from, to).move();

        assertThat(Contents.of(to)).isEqualTo(Contents.of(from));
    }

    @Test
    void doesNotCopyWhatTheDatabaseComputes() throws Exception {
        var computed = "ALTER TABLE account ADD COLUMN upper_name VARCHAR(255) AS UPPER(name)";
        from.run(computed);
        to.run(computed);
        fill();

        MoveMother.move(from, to).move();

        assertThat(Contents.of(to)).isEqualTo(Contents.of(from));
        assertThat(to.rows("SELECT COUNT(upper_name) FROM account")).containsExactly("3");
    }

    @Test
    void doesNothingWhenItHasMovedBefore() throws Exception {
        fill();
        MoveMother.move(from, to).move();
        to.run("UPDATE account SET name = 'changed since'");
        var contents = Contents.of(to);
        Files.delete(directory.resolve("from.mv.db"));

        MoveMother.move(from, to).move();

        assertThat(Contents.of(to)).isEqualTo(contents);
    }

    @Test
    void refusesADatabaseThatWasFilledFromElsewhere() throws Exception {
        fill();
        MoveMother.move(from, to).move();
        var contents = Contents.of(to);

        assertRefused(
                h2("another"),
                MoveMother.KEY,
                "This database was filled from jdbc:h2:file:"
                        + directory.resolve("from")
                        + " on 2026-01-02T03:04:05Z.");
        assertThat(Contents.of(to)).isEqualTo(contents);
    }

    @Test
    void refusesADatabaseThatHoldsSomethingElse() throws Exception {
        fill();
        to.run("INSERT INTO deleted_account VALUES (RANDOM_UUID(), 1)");
        var contents = Contents.of(to);

        assertRefused(
                from,
                MoveMother.KEY,
                "This database is not empty: the table deleted_account has rows.");

        assertThat(Contents.of(to)).isEqualTo(contents);
    }

    @Test
    void doesNotTakeALeaseForContents() throws Exception {
        fill();
        to.run("INSERT INTO upkeep_lease VALUES ('chore', 1)");

        MoveMother.move(from, to).move();

        assertThat(Contents.of(to)).isEqualTo(Contents.of(from));
    }

    @Test
    void refusesAnEmptySource() throws Exception {
        assertNothingMoved(from, MoveMother.KEY, "That database is empty.");
    }

    @Test
    void refusesAnotherKeyAndNamesTheRemedy() throws Exception {
        fill();

        assertNothingMoved(
                from,
                "another-key-of-the-tests-of-32-characters",
                "configuration.app_secret (3 of 3), app_webhook_secret.secret (3 of 3), job.webhook_url"
                        + " (2 of 2). Set SOCIALLINK_SECRET_KEY");
    }

    @Test
    void refusesWhenOneTextOfOneKindDoesNotOpen() throws Exception {
        fill();
        from.run("UPDATE job SET webhook_url = 'x' WHERE id = '" + Contents.id(2) + "'");

        assertNothingMoved(from, MoveMother.KEY, "sealed texts: job.webhook_url (1 of 2).");
    }

    @Test
    void opensSealedTextsWithAnOlderKey() throws Exception {
        fill();

        MoveMother.move(from, to, "the-new-key-of-the-tests-of-32-characters," + MoveMother.KEY)
                .move();

        assertThat(Contents.of(to)).isEqualTo(Contents.of(from));
    }

    @Test
    void refusesASourceThatDoesNotExistAndMakesNone() throws Exception {
        assertNothingMoved(h2("missing"), MoveMother.KEY, "There is no such database,");

        assertThat(directory.resolve("missing.mv.db")).doesNotExist();
    }

    @Test
    void refusesASourceInUse() throws Exception {
        fill();
        var path = directory.resolve("from.mv.db");
        try (var file = FileChannel.open(path, StandardOpenOption.WRITE);
                var lock = file.lock()) {
            assertThat(lock.isValid()).isTrue();
            assertNothingMoved(from, MoveMother.KEY, "Another process has the file open.");
        }
    }

    @Test
    void refusesAWrongPasswordWithoutShowingIt() throws Exception {
        fill();
        var wrong = new Database(from.url(), from.user(), "not-this-one", Map.of());

        assertNothingMoved(wrong, MoveMother.KEY, "It does not accept the user or the password.");
    }

    @Test
    void refusesAnOlderSchema() throws Exception {
        var old = LongTransactionsMother.migrated(h2("old"), "1");

        assertNothingMoved(
                old, MoveMother.KEY, "Its schema has version 1, and this database version 3.");
    }

    @Test
    void refusesASchemaThatAnotherReleaseMade() throws Exception {
        from.run("UPDATE \"flyway_schema_history\" SET \"checksum\" = 1 WHERE \"version\" = '2'");

        assertNothingMoved(from, MoveMother.KEY, "was made by a different release");
    }

    @Test
    void refusesADatabaseWithoutTheServicesTables() throws Exception {
        var foreign = h2("foreign");
        foreign.run("CREATE TABLE foreign_table (id INTEGER)");

        assertNothingMoved(foreign, MoveMother.KEY, "It is not a database of this service");
    }

    @Test
    void leavesNothingWhenItFailsInTheMiddle() throws Exception {
        fill();
        to.run("ALTER TABLE job_step ADD CONSTRAINT never CHECK (place > 2)");

        assertNothingMoved(from, MoveMother.KEY, "Reading or writing failed");
    }

    private void assertNothingMoved(Database source, String keys, String reason) throws Exception {
        assertRefused(source, keys, reason);
        assertThat(Contents.of(to).values()).allSatisfy(rows -> assertThat(rows).isEmpty());
        assertThat(to.rows("SELECT * FROM database_move")).isEmpty();
    }

    private void assertRefused(Database source, String keys, String reason) throws SQLException {
        var moving = MoveMother.move(source, to, keys);

        assertThatThrownBy(moving::move)
                .isInstanceOf(MoveRefused.class)
                .hasMessageStartingWith(
                        "sociallink.db.move-from: nothing was moved from "
                                + source.url().replace(OPTIONS, "")
                                + ". ")
                .hasMessageContaining(reason)
                .hasMessageNotContaining(source.password());
    }
}
