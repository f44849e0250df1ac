package com.xpkit.sociallink.cluster;

import static java.lang.System.Logger.Level.INFO;
import static org.assertj.core.api.Assertions.assertThat;

import com.xpkit.sociallink.driver.ApiClient;
import com.xpkit.sociallink.driver.Tenant;
import com.xpkit.sociallink.server.Await;
import com.xpkit.sociallink.server.Node;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The queued work of one account delays no other account: on one node with H2, and on two that share a database. */
@ExtendWith(SharedCluster.class)
class FairTurnsIT {

    private static final System.Logger LOG = System.getLogger(FairTurnsIT.class.getName());

    /** One poll, and a margin for a busy machine. */
    private static final Duration SOON = Duration.ofSeconds(5);

    private static final int JOBS = 200;
    private static final int PROFILES = 30;

    private final Cluster cluster;

    FairTurnsIT(Cluster cluster) {
        this.cluster = cluster;
    }

    @Test
    void hangingWebhooksDelayNoOtherAccountsOnOneNode() throws Exception {
        try (var node = onH2()) {
            callsOneAccountThoughAnotherHangs(node, 8);
        }
    }

    @Test
    void hangingWebhooksDelayNoOtherAccountsOnTwoNodes() throws Exception {
        callsOneAccountThoughAnotherHangs(cluster.one(), 16);
    }

    private void callsOneAccountThoughAnotherHangs(Node node, int calls) throws Exception {
        var greedy = new Account(node);
        var other = new Account(node);
        try (var hanging = new HangingReceiver();
                var receiver = new WebhookReceiver()) {
            IntStream.range(0, calls).forEach(i -> greedy.submit(1, hanging.url()));
            Await.until("they hang", Duration.ofSeconds(30), () -> hanging.calls() >= 2);
            greedy.awaitUnfinished(0);

            var begun = System.nanoTime();
            other.submit(1, receiver.url());
            Await.until("it is called", Duration.ofMinutes(1), () -> receiver.calls().size() > 0);

            var passed = Duration.ofNanos(System.nanoTime() - begun);
            LOG.log(INFO, "another account''s webhook was called after {0}", passed);
            assertThat(passed).as("time until the other account's webhook").isLessThan(SOON);
        } finally {
            greedy.close();
            other.close();
        }
    }

    @Test
    void manyJobsDelayNoOtherAccountsOnOneNode() {
        try (var node = onH2()) {
            finishesOneAccountsJobThoughAnotherHasMany(node);
        }
    }

    @Test
    void manyJobsDelayNoOtherAccountsOnTwoNodes() {
        finishesOneAccountsJobThoughAnotherHasMany(cluster.one());
    }

    private void finishesOneAccountsJobThoughAnotherHasMany(Node node) {
        var greedy = new Account(node);
        var other = new Account(node);
        try {
            IntStream.range(0, JOBS).parallel().forEach(i -> greedy.submit(PROFILES));
            var before = greedy.unfinished();

            var begun = System.nanoTime();
            other.submit(1);
            other.awaitUnfinished(0);

            var passed = Duration.ofNanos(System.nanoTime() - begun);
            LOG.log(INFO, "another account''s job was done after {0}", passed);
            assertThat(before - greedy.unfinished())
                    .as("jobs that were done first, out of " + before)
                    .isLessThan(before / 4);
            assertThat(before).isGreaterThan(JOBS / 4);
        } finally {
            greedy.close();
            other.close();
        }
    }

    private Node onH2() {
        var node = new Node("node-fair-turns");
        return node.start(settings(node)).awaitReady();
    }

    private Map<String, String> settings(Node node) {
        var settings = new HashMap<>(cluster.settings());
        settings.put("SOCIALLINK_DB_URL", "jdbc:h2:file:./data/" + UUID.randomUUID());
        settings.put("SOCIALLINK_SERVICE_URL", node.url("").toString());
        return settings;
    }

    /** An account on one of the nodes, with an app of its own. */
    private final class Account implements AutoCloseable {

        private final Tenant tenant;
        private final ApiClient app;

        Account(Node node) {
            tenant = cluster.tenant(node);
            app = tenant.client().appOf(tenant.account(), "profile:write", "job:read");
        }

        void submit(int profiles, String webhook) {
            submit(body(profiles).add("webhook_url", webhook).build());
        }

        void submit(int profiles) {
            submit(body(profiles).build());
        }

        private void submit(JsonObject body) {
            var answer = app.send("POST", "/api/profiles/", body.toString());
            assertThat(answer.status()).as(answer.body()).isEqualTo(202);
        }

        private static JsonObjectBuilder body(int profiles) {
            var all = Json.createArrayBuilder();
            IntStream.range(0, profiles)
                    .forEach(i -> all.add(Json.createObjectBuilder().add("n", i)));
            return Json.createObjectBuilder().add("profiles", all);
        }

        void awaitUnfinished(int most) {
            Await.until(
                    "at most " + most + " jobs are not finished",
                    Duration.ofMinutes(2),
                    () -> unfinished() <= most);
        }

        int unfinished() {
            var path = "/api/job/?x__limit=1&status__in=Queued%7CRunning";
            var answer = app.get(path);
            assertThat(answer.status()).as(answer.body()).isEqualTo(200);
            return answer.json().getInt("count");
        }

        /** Work that is left is deleted with the account. */
        @Override
        public void close() {
            var path = "/api/account/" + tenant.account() + "/?cascade=true";
            Await.until(
                    "the account is deleted",
                    Duration.ofSeconds(30),
                    () -> tenant.client().delete(path).status() == 204);
        }
    }

    /** Accepts calls and never answers. */
    private static final class HangingReceiver implements AutoCloseable {

        private final ServerSocket server =
                new ServerSocket(0, 100, InetAddress.getByName("127.0.0.1"));
        private final AtomicInteger calls = new AtomicInteger();
        private final List<AutoCloseable> connections =
                Collections.synchronizedList(new ArrayList<>());

        HangingReceiver() throws IOException {
            Wire.daemon(this::accept);
        }

        private void accept() {
            try {
                while (!server.isClosed()) {
                    connections.add(server.accept());
                    calls.incrementAndGet();
                }
            } catch (IOException closed) {
                // the test is over
            }
        }

        String url() {
            return "http://127.0.0.1:" + server.getLocalPort() + "/";
        }

        int calls() {
            return calls.get();
        }

        @Override
        public void close() throws Exception {
            server.close();
            for (var connection : List.copyOf(connections)) {
                connection.close();
            }
        }
    }
}
