package com.xpkit.sociallink.cluster;

import static com.xpkit.sociallink.driver.AnswerAssert.expect;
import static org.assertj.core.api.Assertions.assertThat;

import com.xpkit.sociallink.database.Database;
import com.xpkit.sociallink.database.DatabaseOfTheRun;
import com.xpkit.sociallink.driver.ApiClient;
import com.xpkit.sociallink.driver.Guest;
import com.xpkit.sociallink.driver.Tenant;
import com.xpkit.sociallink.platform.storage.LongTransactionsMother;
import com.xpkit.sociallink.server.Await;
import com.xpkit.sociallink.server.Door;
import com.xpkit.sociallink.server.Node;
import com.xpkit.sociallink.simulator.Scope;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A service that began on an H2 file goes on with a database server, as if nothing had happened. */
@ExtendWith(SharedCluster.class)
class MovedIT {

    private static final String NAME = "node-to-move";
    private static final Path DATA =
            Path.of("target", "instances", NAME, "sociallink-data").toAbsolutePath();
    private static final String LONG_PROFILE =
            "{'first_name': '小明😀', 'tags': ['a', 'b'], 'text': '" + "é小".repeat(50_000) + "'}";
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Cluster cluster;
    private final String file = "moved-" + UUID.randomUUID();

    MovedIT(Cluster cluster) {
        this.cluster = cluster;
    }

    /** Two nodes begin to move, one waits, and the other is killed before its commit. */
    @Test
    void answersAsBeforeThoughANodeDiedWhileItMoved() throws Exception {
        try (var old = new Node(NAME);
                var killed = new Node("node-killed-while-moving");
                var next = new Node("node-moved")) {
            old.start(onH2(old)).awaitReady();
            var story = new Story(old);
            var answers = story.answers(old);
            assertThat(answers).allMatch(answer -> answer.matches("(?s)(200|308) .*"));
            old.close();
            var bytes = Files.readAllBytes(DATA.resolve(file + ".mv.db"));
            var target =
                    LongTransactionsMother.migrated(
                            cluster.anotherDatabase("moved", Database.PASSWORD));

            try (var lock = target.connect()) {
                lock(lock);
                killed.start(moving(old, target));
                awaitALockedInsert(target);
                next.start(moving(old, target));
                awaitLine(next, "Another node moves into this database; this one waits for it.");
                assertThat(next.isReady()).isFalse();
                killed.kill();
                assertThat(target.rows("SELECT id FROM account")).isEmpty();
                assertThat(target.rows("SELECT id FROM database_move")).isEmpty();
            }
            next.awaitReady();

            assertThat(story.answers(next)).isEqualTo(answers);
            story.goesOn(next);
            assertThat(Files.readAllBytes(DATA.resolve(file + ".mv.db"))).isEqualTo(bytes);
            assertThat(next.log()).contains("Moved ").doesNotContain(key());
        }
    }

    private Map<String, String> onH2(Node node) {
        var settings = cluster.settings();
        settings.keySet().removeIf(name -> name.startsWith("SOCIALLINK_DB_"));
        settings.remove("SOCIALLINK_SECRET_KEY");
        settings.put("SOCIALLINK_DB_URL", address() + ";WRITE_DELAY=0");
        settings.put("SOCIALLINK_SERVICE_URL", node.url("").toString());
        return settings;
    }

    private String address() {
        return "jdbc:h2:file:" + DATA.resolve(file);
    }

    private Map<String, String> moving(Node old, Database target) throws IOException {
        var settings = cluster.settings();
        settings.put("SOCIALLINK_SERVICE_URL", old.url("").toString());
        settings.put("SOCIALLINK_SECRET_KEY", key());
        settings.put("SOCIALLINK_DB_URL", target.url());
        settings.put("SOCIALLINK_DB_USER", target.user());
        settings.put("SOCIALLINK_DB_PASSWORD", target.password());
        settings.put("SOCIALLINK_DB_MOVE_FROM", address());
        return settings;
    }

    private static String key() throws IOException {
        return Files.readString(DATA.resolve("secret-key")).trim();
    }

    /** Nobody can write into the last table then. */
    private static void lock(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            statement.execute(
                    DatabaseOfTheRun.isMariaDb()
                            ? "LOCK TABLES job_step READ"
                            : "LOCK TABLE job_step IN SHARE MODE");
        }
    }

    private static void awaitALockedInsert(Database target) {
        var waiting =
                DatabaseOfTheRun.isMariaDb()
                        ? "SELECT id FROM information_schema.processlist"
                                + " WHERE state LIKE 'Waiting for table%'"
                        : "SELECT pid FROM pg_locks JOIN pg_database d ON d.oid = database"
                                + " WHERE NOT granted AND datname = current_database()";
        Await.until("the move waits", PATIENCE, () -> !target.rows(waiting).isEmpty());
    }

    private static void awaitLine(Node node, String line) {
        Await.until(node + " says " + line, PATIENCE, () -> node.log().contains(line));
    }

    /** What happened before the move. */
    private final class Story {

        private final Tenant tenant;
        private final ApiClient app;
        private final Guest guest = cluster.guest();
        private final Guest.Callback begun;
        private final String profile;
        private final String merged;
        private final String verification = "MP_verify_" + UUID.randomUUID() + ".txt";

        Story(Node old) {
            tenant = cluster.tenant(old);
            var configuration = cluster.configure(tenant, cluster.officialAccount());
            expect(tenant.send("PATCH", configuration, files())).has(200);
            app = cluster.operator(old).appOf(tenant.account(), "profile:read");
            profile = guest.link(old, tenant, Scope.SNSAPI_USERINFO);
            merged = tenant.profile(tenant.named(LONG_PROFILE));
            tenant.merge(profile, merged);
            var several =
                    "{'profiles': [{'email': ['a@example.com']}, {'email': ['b@example.com']}]}";
            tenant.finished(tenant.send("POST", "/api/profiles/", tenant.named(several)));
            begun = guest.comeBackFrom(old, tenant, Scope.SNSAPI_BASE);
        }

        private String files() {
            return "{'auth_file_name': '%s', 'auth_file_contents': 'contents'}"
                    .formatted(verification);
        }

        /** With tokens that the service gave before the move. */
        List<String> answers(Door door) {
            var operator = tenant.client().through(door);
            var account = "?account_id=" + tenant.account();
            var paths =
                    Stream.of(
                            "/api/account/" + tenant.account() + "/",
                            "/api/app/" + account,
                            "/api/configuration/" + account,
                            "/api/profile/" + account,
                            "/api/profile/" + profile + "/merges/",
                            "/api/profile/" + merged + "/",
                            "/api/profile/duplicates/" + account,
                            "/api/job/" + account,
                            "/" + verification);
            var own = app.through(door).get("/api/profile/" + profile + "/");
            return Stream.concat(paths.map(operator::get), Stream.of(own))
                    .map(answer -> answer.status() + " " + answer.body())
                    .toList();
        }

        void goesOn(Door door) {
            assertThat(Guest.profileId(begun.sentTo(door))).isEqualTo(profile);
            assertThat(guest.link(door, tenant, Scope.SNSAPI_USERINFO)).isEqualTo(profile);
            assertThat(cluster.guest().link(door, tenant, Scope.SNSAPI_BASE)).isNotEqualTo(profile);
        }
    }
}
