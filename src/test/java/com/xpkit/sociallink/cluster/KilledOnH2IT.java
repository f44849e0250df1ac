package com.xpkit.sociallink.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.xpkit.sociallink.driver.Tenant;
import com.xpkit.sociallink.server.Node;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A separate node on its default database, whose file it compacts at each start if it has more than a mebibyte; {@code
 * bench/kills} kills it hundreds of times.
 */
@ExtendWith(SharedCluster.class)
class KilledOnH2IT {

    private static final int DEATHS = 3;

    private final Cluster cluster;

    KilledOnH2IT(Cluster cluster) {
        this.cluster = cluster;
    }

    @Test
    void keepsEveryProfileThatAVisitorWasGivenAndCompactsItsFile() throws Exception {
        var isCompacted = false;
        try (var node = new Node("node-killed-on-h2")) {
            node.start(settings(node)).awaitReady();
            var tenant = cluster.linkingTenant(node);

            for (int death = 0; death < DEATHS; death++) {
                try (var traffic = Traffic.through(cluster, List.of(node), tenant)) {
                    traffic.linksMore(20);
                    node.kill();
                    traffic.close();
                    node.start(settings(node)).awaitReady();

                    assertThat(traffic.profiles()).allMatch(id -> isThere(tenant, id));
                    isCompacted |= node.log().contains("The H2 file was compacted from");
                }
            }
            assertThat(isCompacted).isTrue();
        }
    }

    private static boolean isThere(Tenant tenant, String profile) {
        var answer = tenant.read(profile);
        assertThat(answer.status()).as(answer.body()).isIn(200, 404);
        return answer.status() == 200;
    }

    private Map<String, String> settings(Node node) {
        var settings = cluster.settings();
        settings.keySet().removeIf(name -> name.startsWith("SOCIALLINK_DB_"));
        settings.put("SOCIALLINK_SERVICE_URL", node.url("").toString());
        settings.put("SOCIALLINK_H2_COMPACT_AT_START", Integer.toString(1 << 20));
        return settings;
    }
}
