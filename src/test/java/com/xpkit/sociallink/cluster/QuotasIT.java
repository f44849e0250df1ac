package com.xpkit.sociallink.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.xpkit.sociallink.driver.Answer;
import com.xpkit.sociallink.driver.ApiClient;
import com.xpkit.sociallink.driver.Tenant;
import com.xpkit.sociallink.server.Await;
import com.xpkit.sociallink.server.Node;
import com.xpkit.sociallink.simulator.Scope;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How much an account may have, on nodes of their own with small quotas. */
@ExtendWith(SharedCluster.class)
class QuotasIT {

    private static final Map<String, String> QUOTAS =
            Map.of(
                    "SOCIALLINK_QUOTAS_JOBS", "3",
                    "SOCIALLINK_QUOTAS_WEBHOOKS", "1",
                    "SOCIALLINK_QUOTAS_APPS", "2",
                    "SOCIALLINK_QUOTAS_CONFIGURATIONS", "2",
                    "SOCIALLINK_QUOTAS_DOMAINS", "5",
                    "SOCIALLINK_QUOTAS_BYTES", "1000000");

    /** Four of them fit into the quota: the document and its index each contain the text. */
    private static final String LARGE = "{\"text\":\"" + "x".repeat(100_000) + "\"}";

    private final Cluster cluster;
    private Node node;
    private Tenant tenant;

    QuotasIT(Cluster cluster) {
        this.cluster = cluster;
    }

    /** Where the node's data is. */
    enum Storage {
        H2,
        SHARED
    }

    private Map<String, String> settings(Storage storage, Node node) {
        var settings = new HashMap<>(cluster.settings());
        settings.putAll(QUOTAS);
        if (storage == Storage.H2) {
            settings.put("SOCIALLINK_DB_URL", "jdbc:h2:file:./data/" + UUID.randomUUID());
        }
        settings.put("SOCIALLINK_SERVICE_URL", node.url("").toString());
        return settings;
    }

    private Node start(Storage storage, String name) {
        var started = new Node(name);
        return started.start(settings(storage, started)).awaitReady();
    }

    @AfterEach
    void stop() {
        node.close();
    }

    @ParameterizedTest
    @EnumSource
    void boundWhatAnAccountHas(Storage storage) throws Exception {
        node = start(storage, "node-quotas");
        boundItsApps();
        boundItsConfigurationsAndTheirDomains();
        boundItsJobs();
        boundItsWebhooks();
        boundItsBytes(storage);
    }

    /** Apps that the operator creates count as well. */
    private void boundItsApps() {
        tenant = cluster.tenant(node);
        var first = app(tenant, "app:write");
        var second = app(tenant, "job:read");
        var body = "{\"name\":\"App\",\"scopes\":[\"app:write\"]}";

        refuses(
                409,
                "may have 2 apps (sociallink.quotas.apps), and has 2",
                post("/api/app/", body));
        var own = ApiClient.at(node).login(first).send("POST", "/api/app/", body);
        refuses(409, "sociallink.quotas.apps", own);

        var path = "/api/app/" + second.getString("client_id") + "/";
        assertThat(tenant.client().delete(path).status()).isEqualTo(204);
        assertThat(post("/api/app/", body).status()).isEqualTo(201);
        assertThat(app(cluster.tenant(node), "job:read"))
                .as("an app of another account")
                .isNotNull();
    }

    private static JsonObject app(Tenant tenant, String scope) {
        return tenant.client().registerApp(tenant.account(), scope);
    }

    private void boundItsConfigurationsAndTheirDomains() {
        tenant = cluster.tenant(node);
        var first = configure("a.example|b.example|c.example");
        assertThat(first.status()).as(first.body()).isEqualTo(201);

        var domains =
                "may have 5 domains in all its configurations (sociallink.quotas.domains), and has 3";
        refuses(409, domains, configure("d.example|e.example|f.example"));
        assertThat(configure("d.example").status()).isEqualTo(201);
        refuses(
                409,
                "may have 2 configurations (sociallink.quotas.configurations)",
                configure("e.example"));

        var path = first.json().getString("resource_url");
        assertThat(redefine(path, "e.example|f.example|g.example|h.example").status())
                .isEqualTo(200);
        refuses(
                409,
                "sociallink.quotas.domains",
                redefine(path, "e.example|f.example|g.example|h.example|i.example"));
        assertThat(redefine(path, "a.example|b.example").status()).isEqualTo(200);
    }

    private Answer configure(String domain) {
        return post(
                "/api/configuration/",
                Json.createObjectBuilder()
                        .add("name", "Shop")
                        .add("domain", domain)
                        .add("app_id", "wx1")
                        .add("app_secret", "secret")
                        .build()
                        .toString());
    }

    private Answer redefine(String path, String domain) {
        return tenant.send("PATCH", path, "{\"domain\":\"" + domain + "\"}");
    }

    /** The jobs finish by themselves. */
    private void boundItsJobs() {
        tenant = cluster.tenant(node);
        IntStream.range(0, 3).forEach(i -> assertThat(submit(400).status()).isEqualTo(202));

        var refused = submit(1);

        refuses(429, "may have 3 unfinished jobs (sociallink.quotas.jobs), and has 3", refused);
        assertThat(refused.headers().firstValue("Retry-After")).contains("10");
        Await.until("one job is done", Duration.ofMinutes(1), () -> submit(1).status() == 202);
    }

    private void boundItsWebhooks() throws Exception {
        tenant = cluster.tenant(node);
        try (var receiver = new WebhookReceiver(503).askingForAPauseOf(Duration.ofHours(1))) {
            var webhook = ",\"webhook_url\":\"" + receiver.url() + "\"";
            assertThat(submit(1, "{}", webhook).status()).isEqualTo(202);
            Await.until(
                    "it was called", Duration.ofSeconds(30), () -> receiver.calls().size() == 1);

            refuses(429, "(sociallink.quotas.webhooks)", submit(1, "{}", webhook));
            assertThat(submit(1).status()).isEqualTo(202);
        }
    }

    private Answer submit(int profiles) {
        return submit(profiles, "{}", "");
    }

    private Answer submit(int profiles, String each, String more) {
        var all = String.join(",", Collections.nCopies(profiles, each));
        return post("/api/profiles/", "{\"profiles\":[" + all + "]" + more + "}");
    }

    private void boundItsBytes(Storage storage) {
        tenant = cluster.linkingTenant(node);
        var path = create(LARGE).json().getString("resource_url");
        IntStream.range(0, 3).forEach(i -> create(LARGE));
        undoOneThatWasMissed();

        refusesToStore(post("/api/profile/", LARGE));
        refusesToStore(post("/api/profile/create-update/", LARGE));
        refusesToStore(tenant.send("PATCH", path, LARGE.replace("text", "more")));
        refusesToStore(submit(4_000, "{\"n\":\"" + "x".repeat(60) + "\"}", ""));
        visitorsAreLinked();
        givesBackRoomThatIsFreed(path);
        if (storage == Storage.SHARED) {
            countsWhatOtherNodesHaveTaken();
        }
    }

    /** A count at the moment of a write may miss that one write, until the next count. */
    private void undoOneThatWasMissed() {
        var answer = post("/api/profile/", LARGE);
        if (answer.status() == 201) {
            var path = answer.json().getString("resource_url");
            assertThat(tenant.client().delete(path).status()).isEqualTo(204);
        }
    }

    private Answer create(String body) {
        return ApiClient.created(post("/api/profile/", body));
    }

    private static void refusesToStore(Answer answer) {
        refuses(409, "may have 1000000 stored bytes (sociallink.quotas.bytes), and has 80", answer);
    }

    private void visitorsAreLinked() {
        var back = cluster.guest().comeBackFrom(node, tenant, Scope.SNSAPI_USERINFO);
        assertThat(back.sentTo(node)).contains("profile_id=");
    }

    /** A write that shrinks is never refused. The database is counted again, so there is room for one more. */
    private void givesBackRoomThatIsFreed(String path) {
        var shrunk = tenant.send("PATCH", path, "{\"text\":null}");
        assertThat(shrunk.status()).as(shrunk.body()).isEqualTo(200);

        Await.until(
                "there is room again",
                Duration.ofMinutes(1),
                () -> post("/api/profile/", LARGE).status() == 201);

        refusesToStore(post("/api/profile/", LARGE));
    }

    private void countsWhatOtherNodesHaveTaken() {
        tenant = cluster.tenant();
        IntStream.range(0, 5).forEach(i -> tenant.profile(tenant.named(LARGE)));

        Await.until(
                "this node knows the new count",
                Duration.ofMinutes(1),
                () -> post("/api/profile/", "{}").status() == 409);
    }

    private Answer post(String path, String body) {
        return tenant.through(node).send("POST", path, tenant.named(body));
    }

    private static void refuses(int status, String words, Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        var refusal = answer.json();
        assertThat(refusal.getString("error")).isEqualTo("quota_reached");
        assertThat(refusal.getString("description")).contains(words);
    }
}
