package com.xpkit.sociallink.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.xpkit.sociallink.database.DatabaseOfTheRun;
import com.xpkit.sociallink.driver.Answer;
import com.xpkit.sociallink.driver.ApiClient;
import com.xpkit.sociallink.server.Await;
import com.xpkit.sociallink.server.Node;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An account whose requests hang in the database, on a node of its own. */
@ExtendWith(SharedCluster.class)
class ShareOfAnAccountIT {

    private static final String HANGING = "/api/profile/duplicates/";
    private static final int AT_ONCE = 2;

    /** More than may run and wait, and more than the pool's connections. */
    private static final int MANY = 40;

    private final Cluster cluster;
    private final ExecutorService threads = Executors.newCachedThreadPool();

    ShareOfAnAccountIT(Cluster cluster) {
        this.cluster = cluster;
    }

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    void leavesTheNodeToOthers() throws Exception {
        var settings = cluster.settings();
        settings.put("SOCIALLINK_LIMITS_AT_ONCE", Integer.toString(AT_ONCE));
        try (var node = new Node("node-share").start(settings)) {
            node.awaitReady();
            var greedy = appOfANewAccount(node);
            var other = appOfANewAccount(node);
            List<Answer> answers;
            try (var connection = cluster.database().connect();
                    var statement = connection.createStatement()) {
                connection.setAutoCommit(false);
                statement.execute(lock());
                var hanging = hang(greedy);

                assertThat(other.get("/api/profile/").status()).isEqualTo(200);

                // all but those in progress have been refused
                answers = answered(hanging, MANY - AT_ONCE);
                connection.rollback();
                hanging.forEach(CompletableFuture::join);
            }

            assertThat(answers).allMatch(answer -> answer.status() == 429);
            assertThat(answers.get(0).headers().firstValue("Retry-After")).hasValue("1");
            assertThat(answers.get(0).body()).contains("sociallink.limits.at-once");
            assertThat(greedy.get(HANGING).status()).isEqualTo(200);
        }
    }

    private ApiClient appOfANewAccount(Node node) {
        var tenant = cluster.tenant(node);
        return tenant.client().appOf(tenant.account(), "profile:read");
    }

    private static String lock() {
        return DatabaseOfTheRun.isMariaDb()
                ? "LOCK TABLES profile_duplicate WRITE"
                : "LOCK TABLE profile_duplicate IN ACCESS EXCLUSIVE MODE";
    }

    private List<CompletableFuture<Answer>> hang(ApiClient app) {
        var hanging = new ArrayList<CompletableFuture<Answer>>();
        for (var i = 0; i < MANY; i++) {
            hanging.add(CompletableFuture.supplyAsync(() -> app.get(HANGING), threads));
        }
        return hanging;
    }

    /** The first answers that arrive. */
    private static List<Answer> answered(List<CompletableFuture<Answer>> asked, int many) {
        Await.until(
                many + " requests are answered",
                Duration.ofSeconds(25),
                () -> asked.stream().filter(CompletableFuture::isDone).count() >= many);
        return asked.stream()
                .filter(CompletableFuture::isDone)
                .map(CompletableFuture::join)
                .toList();
    }
}
