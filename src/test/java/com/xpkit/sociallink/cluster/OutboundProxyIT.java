package com.xpkit.sociallink.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.xpkit.sociallink.driver.Tenant;
import com.xpkit.sociallink.server.Await;
import com.xpkit.sociallink.server.Node;
import com.xpkit.sociallink.simulator.Scope;
import jakarta.json.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A network whose only way out is a proxy, for example because WeChat's list of addresses has only the proxy's. */
@ExtendWith(SharedCluster.class)
class OutboundProxyIT {

    private static final String PASSWORD = "a-password-of-the-proxys";
    private static final String LOGIN = "Proxy-Authorization: Basic ";

    private final Cluster cluster;
    private final Node node = new Node("node-outbound-proxy");
    private RecordingProxy proxy;
    private Tenant tenant;

    OutboundProxyIT(Cluster cluster) {
        this.cluster = cluster;
    }

    /** With a database of its own, or the other nodes would call its webhooks directly. */
    @BeforeEach
    void start(@TempDir Path directory) throws IOException {
        proxy = new RecordingProxy(0, cluster.wechat().url());
        var settings = cluster.settings();
        settings.put("SOCIALLINK_WECHAT_API_URL", "http://api.wechat.invalid");
        settings.put(
                "SOCIALLINK_OUTBOUND_PROXY",
                "http://service:" + PASSWORD + "@127.0.0.1:" + proxy.port());
        settings.put("SOCIALLINK_DB_URL", "jdbc:h2:file:" + directory + "/sociallink");
        settings.put("SOCIALLINK_DB_USER", "sociallink");
        settings.put("SOCIALLINK_DB_PASSWORD", "");
        node.start(settings).awaitReady();
        tenant = cluster.linkingTenant(node);
    }

    @AfterEach
    void stop() throws IOException {
        node.close();
        proxy.close();
    }

    @Test
    void isTheWayToWeChatAndToWebhooksAndMayBeAwayForAWhile() throws Exception {
        linksThroughIt();
        callsWebhooksThroughIt();
        proxy.close();
        refusesVisitorsInTime();
        keepsWebhooksUntilItIsBack();

        assertThat(node.log()).doesNotContain(PASSWORD);
    }

    private void linksThroughIt() {
        link();

        assertThat(proxy.heads())
                .anyMatch(
                        head ->
                                head.startsWith("GET http://api.wechat.invalid/sns/oauth2/")
                                        && head.contains(LOGIN))
                .anyMatch(head -> head.startsWith("GET http://api.wechat.invalid/sns/userinfo?"));
    }

    private String link() {
        return cluster.guest().link(node, tenant, Scope.SNSAPI_USERINFO);
    }

    private void callsWebhooksThroughIt() throws IOException {
        try (var receiver = new WebhookReceiver()) {
            submit(receiver.url());
            Await.until(
                    "the webhook was called",
                    Duration.ofSeconds(20),
                    () -> !receiver.calls().isEmpty());

            var address = receiver.url().replace("http://", "");
            assertThat(proxy.heads())
                    .anyMatch(
                            head ->
                                    head.startsWith("CONNECT " + address + " ")
                                            && head.contains(LOGIN));
            assertThat(receiver.calls().get(0).headers()).doesNotContainKey("Proxy-authorization");
        }
    }

    private void refusesVisitorsInTime() {
        var began = System.nanoTime();

        var end = cluster.guest().comeBackFrom(node, tenant, Scope.SNSAPI_BASE).sentTo(node);

        assertThat(end).endsWith("?error_code=103#");
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(8));
    }

    private void keepsWebhooksUntilItIsBack() throws IOException {
        try (var receiver = new WebhookReceiver()) {
            submit(receiver.url());
            Await.until(
                    "a call has failed",
                    Duration.ofSeconds(20),
                    () -> node.log().contains("reason=\"no connection\""));
            proxy = new RecordingProxy(proxy.port(), cluster.wechat().url());
            Await.until(
                    "the webhook was called",
                    Duration.ofSeconds(60),
                    () -> !receiver.calls().isEmpty());
            link();
        }
    }

    private void submit(String webhook) {
        var body =
                Json.createObjectBuilder()
                        .add("account_id", tenant.account())
                        .add("profiles", Json.createArrayBuilder().add(Json.createObjectBuilder()))
                        .add("webhook_url", webhook + "/hook")
                        .build();
        var answer = tenant.client().send("POST", "/api/profiles/", body.toString());
        assertThat(answer.status()).as(answer.body()).isEqualTo(202);
    }
}
