package com.xpkit.sociallink.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.xpkit.sociallink.driver.ApiClient;
import com.xpkit.sociallink.server.Await;
import com.xpkit.sociallink.server.Http;
import com.xpkit.sociallink.server.Node;
import com.xpkit.sociallink.simulator.Scope;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A node that links imagined visitors before it is ready. */
@ExtendWith(SharedCluster.class)
class WarmUpIT {

    private static final Duration START = Duration.ofMinutes(5);
    private static final List<String> TABLES = List.of("profile", "profile_key", "link_outcome");

    private final Cluster cluster;

    WarmUpIT(Cluster cluster) {
        this.cluster = cluster;
    }

    @Test
    void leavesNothingButAWarmNode() throws Exception {
        var before = rows();
        var asked = cluster.wechat().logbook().tokenCalls();
        var unstarted = new Node("node-warm-up");
        var settings = cluster.settings();
        settings.putAll(
                Map.of(
                        "SOCIALLINK_WARM_UP_URL", unstarted.url("").toString(),
                        "SOCIALLINK_WARM_UP_TIME", "PT3S",
                        "SOCIALLINK_METRICS_LOOPBACK", "true"));
        try (var node = unstarted.start(settings)) {
            isNotReadyWhileItWarmsUp(node);
            node.awaitReady();

            assertThat(node.log()).containsPattern("Warmed up with [1-9][0-9]* imagined links");
            assertThat(node.log()).doesNotContain("linked profile_id=").doesNotContain("refused");
            assertThat(rows()).isEqualTo(before);
            assertThat(cluster.wechat().logbook().tokenCalls()).isEqualTo(asked);
            hasCountedNothing(node);

            linksRealVisitors(node);
        }
    }

    private static void isNotReadyWhileItWarmsUp(Node node) {
        Await.until(
                "the node warms up",
                START,
                () ->
                        Http.tryGet(node.readiness())
                                .filter(answer -> answer.statusCode() == 503)
                                .filter(answer -> answer.body().contains("warm-up"))
                                .isPresent());
    }

    private List<String> rows() {
        return TABLES.stream()
                .map(
                        table ->
                                table
                                        + " "
                                        + cluster.database().rows("SELECT count(*) FROM " + table))
                .toList();
    }

    private static void hasCountedNothing(Node node) {
        var metrics = ApiClient.at(node).get("/api/metrics/").body();

        assertThat(metrics.lines())
                .filteredOn(
                        line ->
                                line.startsWith("sociallink_links_total")
                                        || line.startsWith("sociallink_flows_total")
                                        || line.startsWith("sociallink_step_seconds_count")
                                        || line.startsWith("sociallink_wechat_answers_total"))
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line).matches(".* 0(\\.0)?"));
    }

    private void linksRealVisitors(Node node) {
        var tenant = cluster.linkingTenant();

        var profile = cluster.guest().link(node, tenant, Scope.SNSAPI_USERINFO);

        assertThat(profile).isNotEmpty();
        assertThat(cluster.stored(tenant).profileIds()).contains(profile);
        assertThat(node.log()).contains("linked profile_id=" + profile);
    }
}
