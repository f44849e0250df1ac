package com.xpkit.sociallink.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

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
            node.start(settings(node)).awaitReady();
            var tenant = cluster.linkingTenant(node);
            var before = compactions(node);

            try (var traffic = Traffic.through(cluster, List.of(node), tenant)) {
                Await.until("it is compacted", PATIENCE, () -> compactions(node) > before);
                traffic.linksMore(10);
                traffic.close();

                assertThat(traffic.others()).isEmpty();
                assertThat(traffic.profiles()).allMatch(id -> tenant.read(id).status() == 200);
            }
        }
    }

    private static long compactions(Node node) {
        return node.log()
                .lines()
                .filter(line -> line.contains("The H2 file was compacted from"))
                .count();
    }

    private Map<String, String> settings(Node node) {
        var settings = cluster.settings();
        settings.keySet().removeIf(name -> name.startsWith("SOCIALLINK_DB_"));
        settings.put("SOCIALLINK_SERVICE_URL", node.url("").toString());
        settings.put("SOCIALLINK_H2_COMPACT_AT_START", "" + LIMIT);
        settings.put("SOCIALLINK_H2_COMPACT_AT", "" + LIMIT);
        return settings;
    }
}
