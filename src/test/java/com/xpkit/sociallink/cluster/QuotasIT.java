package com.xpkit.sociallink.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.xpkit.sociallink.server.Await;
import com.xpkit.sociallink.server.Node;
import com.xpkit.sociallink.simulator.Scope;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.http.HttpResponse;
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

    /** Four of them fit into the quota: the document and its index have the text each. */
    private static final String LARGE = "{\"text\":\"" + "x".repeat(100_000) + "\"}";

    private final Cluster cluster;
    private Node node;
    private Operator operator;
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
        operator = cluster.operator().at(node);

        boundItsApps();
        boundItsConfigurationsAndTheirDomains();
        boundItsJobs();
        boundItsWebhooks();
        boundItsBytes(storage);
    }

    /** The operator's count as well. */
    private void boundItsApps() {
        tenant = operator.tenant();
        var first = operator.app(tenant, "app:write");
        var second = operator.app(tenant, "job:read");
        var body = "{\"name\":\"App\",\"scopes\":[\"app:write\"]}";

        refuses(
                409,
                "may have 2 apps (sociallink.quotas.apps), and has 2",
                post("/api/app/", body));
        var own = Operator.send(node, token(first), "POST", "/api/app/", body);
        refuses(409, "sociallink.quotas.apps", own);

        var path = "/api/app/" + second.getString("client_id") + "/";
        assertThat(operator.send(node, "DELETE", path, "").statusCode()).isEqualTo(204);
        assertThat(post("/api/app/", body).statusCode()).isEqualTo(201);
        assertThat(operator.app(operator.tenant(), "job:read")).as("another account's").isNotNull();
    }

    private String token(JsonObject app) {
        return Operator.token(node, app.getString("client_id"), app.getString("client_secret"));
    }

    private void boundItsConfigurationsAndTheirDomains() {
        tenant = operator.tenant();
        var first = configure("a.example|b.example|c.example");
        assertThat(first.statusCode()).as(first.body()).isEqualTo(201);

        var domains =
                "may have 5 domains in all its configurations (sociallink.quotas.domains), and has 3";
        refuses(409, domains, configure("d.example|e.example|f.example"));
        assertThat(configure("d.example").statusCode()).isEqualTo(201);
        refuses(
                409,
                "may have 2 configurations (sociallink.quotas.configurations)",
                configure("e.example"));

        var path = Operator.json(first).getString("resource_url");
        assertThat(redefine(path, "e.example|f.example|g.example|h.example").statusCode())
                .isEqualTo(200);
        refuses(
                409,
                "sociallink.quotas.domains",
                redefine(path, "e.example|f.example|g.example|h.example|i.example"));
        assertThat(redefine(path, "a.example|b.example").statusCode()).isEqualTo(200);
    }

    private HttpResponse<String> configure(String domain) {
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

    private HttpResponse<String> redefine(String path, String domain) {
        return operator.send(node, "PATCH", path, "{\"domain\":\"" + domain + "\"}");
    }

    /** They pass by themselves. */
    private void boundItsJobs() {
        tenant = operator.tenant();
        IntStream.range(0, 3).forEach(i -> assertThat(submit(400).statusCode()).isEqualTo(202));

        var refused = submit(1);

        refuses(429, "may have 3 unfinished jobs (sociallink.quotas.jobs), and has 3", refused);
        assertThat(refused.headers().firstValue("Retry-After")).contains("10");
        Await.until("one is done", Duration.ofMinutes(1), () -> submit(1).statusCode() == 202);
    }

    private void boundItsWebhooks() throws Exception {
        tenant = operator.tenant();
        try (var receiver = new WebhookReceiver(503).askingForAPauseOf(Duration.ofHours(1))) {
            var webhook = ",\"webhook_url\":\"" + receiver.url() + "\"";
            assertThat(submit(1, "{}", webhook).statusCode()).isEqualTo(202);
            Await.until(
                    "it was called", Duration.ofSeconds(30), () -> receiver.calls().size() == 1);

            refuses(429, "(sociallink.quotas.webhooks)", submit(1, "{}", webhook));
            assertThat(submit(1).statusCode()).isEqualTo(202);
        }
    }

    private HttpResponse<String> submit(int profiles) {
        return submit(profiles, "{}", "");
    }

    private HttpResponse<String> submit(int profiles, String each, String more) {
        var all = String.join(",", Collections.nCopies(profiles, each));
        return post("/api/profiles/", "{\"profiles\":[" + all + "]" + more + "}");
    }

    private void boundItsBytes(Storage storage) {
        tenant = operator.tenant();
        operator.configure(tenant, operator.officialAccount(), Tenant.DOMAIN);
        var path = Operator.json(create(LARGE)).getString("resource_url");
        IntStream.range(0, 3).forEach(i -> create(LARGE));

        refusesToStore(post("/api/profile/", LARGE));
        refusesToStore(post("/api/profile/create-update/", LARGE));
        refusesToStore(operator.send(node, "PATCH", path, LARGE.replace("text", "more")));
        refusesToStore(submit(4_000, "{\"n\":\"" + "x".repeat(60) + "\"}", ""));
        visitorsAreLinked();
        givesTheRoomBackThatIsMade(path);
        if (storage == Storage.SHARED) {
            countsWhatOtherNodesHaveTaken();
        }
    }

    private HttpResponse<String> create(String body) {
        var answer = post("/api/profile/", body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return answer;
    }

    private static void refusesToStore(HttpResponse<String> answer) {
        refuses(409, "may have 1000000 stored bytes (sociallink.quotas.bytes), and has 80", answer);
    }

    private void visitorsAreLinked() {
        var back = Phone.ofANewVisitor(cluster).comeBackFrom(node, tenant, Scope.SNSAPI_USERINFO);
        assertThat(back.sentTo(node)).contains("profile_id=");
    }

    /** A write that shrinks is never refused. The database is counted again, so there is room for one more. */
    private void givesTheRoomBackThatIsMade(String path) {
        var shrunk = operator.send(node, "PATCH", path, "{\"text\":null}");
        assertThat(shrunk.statusCode()).as(shrunk.body()).isEqualTo(200);

        Await.until(
                "there is room again",
                Duration.ofMinutes(1),
                () -> post("/api/profile/", LARGE).statusCode() == 201);

        refusesToStore(post("/api/profile/", LARGE));
    }

    private void countsWhatOtherNodesHaveTaken() {
        tenant = cluster.operator().tenant();
        IntStream.range(0, 5).forEach(i -> tenant.profile(LARGE));

        Await.until(
                "this node knows",
                Duration.ofMinutes(1),
                () -> post("/api/profile/", "{}").statusCode() == 409);
    }

    private HttpResponse<String> post(String path, String body) {
        return operator.send(node, "POST", path, tenant.withAccount(body).toString());
    }

    private static void refuses(int status, String words, HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        var refusal = Operator.json(answer);
        assertThat(refusal.getString("error")).isEqualTo("quota_reached");
        assertThat(refusal.getString("description")).contains(words);
    }
}
