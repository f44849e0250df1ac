package com.xpkit.sociallink.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.xpkit.sociallink.driver.Tenant;
import com.xpkit.sociallink.platform.metrics.MetricsText;
import com.xpkit.sociallink.server.Await;
import com.xpkit.sociallink.server.Node;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A separate node on its default database, whose file may have little more than a mebibyte. */
@ExtendWith(SharedCluster.class)
class CompactedH2IT {

    private static final long LIMIT = 3 << 19;
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Cluster cluster;

    CompactedH2IT(Cluster cluster) {
        this.cluster = cluster;
    }

    @Test
    void compactsItsFileWhileVisitorsLinkAndFailsNoneOfThem() throws Exception {
        try (var node = new Node("node-compacted")) {
            assumeFalse(node.keepsTheConnections(), "the service cannot make them wait");
            node.start(settings(node, LIMIT)).awaitReady();
            var tenant = cluster.linkingTenant(node);

            try (var traffic = Traffic.through(cluster, List.of(node), tenant)) {
                Await.until("it is compacted twice", PATIENCE, () -> compactions(node) >= 2);
                traffic.linksMore(10);
                traffic.close();

                assertThat(traffic.others()).isEmpty();
                assertThat(traffic.profiles()).allMatch(id -> tenant.read(id).status() == 200);
            }
        }
    }

    @Test
    void compactsItsFileAtTheStart() throws Exception {
        try (var node = new Node("node-compacted-at-the-start")) {
            node.start(settings(node, 1L << 40)).awaitReady();
            var tenant = cluster.linkingTenant(node);
            try (var traffic = Traffic.through(cluster, List.of(node), tenant)) {
                traffic.linksMore(80);
                var size = size(tenant);
                assertThat(size).isGreaterThan(LIMIT);
                node.kill();
                traffic.close();

                node.start(settings(node, LIMIT)).awaitReady();

                assertThat(size(tenant)).isLessThan(size / 2);
                assertThat(traffic.profiles()).allMatch(id -> isThere(tenant, id));
            }
        }
    }

    private static boolean isThere(Tenant tenant, String profile) {
        return tenant.read(profile).status() == 200;
    }

    private static long compactions(Node node) {
        return node.log()
                .lines()
                .filter(line -> line.contains("The H2 file was compacted from"))
                .count();
    }

    private static double size(Tenant tenant) {
        var metrics = new MetricsText(tenant.client().get("/api/metrics/").body());
        return metrics.value("sociallink_database_file_bytes");
    }

    private Map<String, String> settings(Node node, long limit) {
        var settings = cluster.settings();
        settings.keySet().removeIf(name -> name.startsWith("SOCIALLINK_DB_"));
        settings.put("SOCIALLINK_SERVICE_URL", node.url("").toString());
        settings.put("SOCIALLINK_H2_COMPACT_AT_START", "" + limit);
        settings.put("SOCIALLINK_H2_COMPACT_AT", "" + limit);
        return settings;
    }
}
