package com.xpkit.sociallink.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.xpkit.sociallink.database.DatabaseOfTheRun;
import com.xpkit.sociallink.driver.Answer;
import com.xpkit.sociallink.driver.Tenant;
import com.xpkit.sociallink.server.Node;
import jakarta.json.Json;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Lists that take longer than the settings allow, each on a node of its own. */
@ExtendWith(SharedCluster.class)
class SlowListIT {

    /** The number of rows that H2 reads before it checks the time. */
    private static final int ROWS_OF_H2 = 4_096;

    private static final int VALUES = 900;

    private final Cluster cluster;

    SlowListIT(Cluster cluster) {
        this.cluster = cluster;
    }

    /** PostgreSQL, or MariaDB in a run that tests MariaDB. */
    @Test
    void endsAListThatWaitsInTheDatabase() throws Exception {
        var settings = cluster.settings();
        settings.put("SOCIALLINK_DB_STATEMENT_TIMEOUT", "PT1S");
        try (var node = new Node("node-slow-list").start(settings)) {
            node.awaitReady();
            var tenant = cluster.tenant(node);
            var path = "/api/profile/duplicates/?account_id=" + tenant.account();

            try (var connection = cluster.database().connect();
                    var statement = connection.createStatement()) {
                connection.setAutoCommit(false);
                statement.execute(lock());
                saysThatItTookTooLong(node, path, tenant);
                connection.rollback();
            }

            assertThat(get(node, path).status()).isEqualTo(200);
        }
    }

    private static String lock() {
        return DatabaseOfTheRun.isMariaDb()
                ? "LOCK TABLES profile_duplicate WRITE"
                : "LOCK TABLE profile_duplicate IN ACCESS EXCLUSIVE MODE";
    }

    @Test
    void endsAListThatSearchesForLongOnH2() throws Exception {
        try (var node = new Node("node-slow-list-on-h2")) {
            node.start(onH2(node)).awaitReady();
            var tenant = cluster.tenant(node);
            for (int rows = 0; rows < 2 * ROWS_OF_H2; rows += VALUES) {
                tenant.profile(tenant.named(longTexts()));
            }
            var path = "/api/profile/?account_id=" + tenant.account();

            saysThatItTookTooLong(node, path + "&x__query=" + "x".repeat(120) + "y", tenant);

            assertThat(get(node, path + "&x__limit=1").status()).isEqualTo(200);
        }
    }

    /** A search has to start at each character of each text. */
    private static String longTexts() {
        var texts = Json.createArrayBuilder();
        for (int i = 0; i < VALUES; i++) {
            texts.add("x".repeat(1_000) + i);
        }
        return Json.createObjectBuilder().add("texts", texts).build().toString();
    }

    private Map<String, String> onH2(Node node) {
        var settings = cluster.settings();
        settings.keySet().removeIf(name -> name.startsWith("SOCIALLINK_DB_"));
        settings.put("SOCIALLINK_SERVICE_URL", node.url("").toString());
        settings.put("SOCIALLINK_DB_STATEMENT_TIMEOUT", "PT1S");
        return settings;
    }

    private void saysThatItTookTooLong(Node node, String path, Tenant tenant) {
        var answer = get(node, path);

        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Retry-After")).isEmpty();
        assertThat(answer.json().getString("error")).isEqualTo("list_took_too_long");
        assertThat(answer.json().getString("description"))
                .startsWith(
                        "The list took longer than PT1S (sociallink.db.statement-timeout): ask");
        assertThat(node.log())
                .containsOnlyOnce("A list of " + tenant.account() + " took longer than PT1S");
        assertThat(node.log()).doesNotContain("A request failed");
    }

    private Answer get(Node node, String path) {
        return cluster.operator(node).get(path);
    }
}
