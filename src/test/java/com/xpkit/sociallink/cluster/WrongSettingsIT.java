package com.xpkit.sociallink.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.xpkit.sociallink.server.Await;
import com.xpkit.sociallink.server.Node;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A setting that is wrong stops the start, and one sentence in the log says which. */
@ExtendWith(SharedCluster.class)
class WrongSettingsIT {

    private final Cluster cluster;

    WrongSettingsIT(Cluster cluster) {
        this.cluster = cluster;
    }

    @Test
    void stopTheStartInOneSentence() throws Exception {
        try (var withoutKey = start("node-without-key", "SOCIALLINK_SECRET_KEY", "");
                var withBadTime = start("node-bad-time", "SOCIALLINK_FLOW_LIFETIME", "10 min")) {
            assertStopped(
                    withoutKey,
                    "The setting sociallink.secret-key is missing; only a service on its own H2"
                            + " database makes one for itself.");
            assertStopped(
                    withBadTime,
                    "The setting sociallink.flow.lifetime must be a positive ISO-8601 duration such"
                            + " as PT10M.");
        }
    }

    private Node start(String name, String setting, String value) throws Exception {
        var settings = cluster.settings();
        settings.putAll(Map.of(setting, value));
        return new Node(name).start(settings);
    }

    private static void assertStopped(Node node, String sentence) {
        Await.until(node + " has given up", Duration.ofMinutes(3), node::hasEndedItsStart);

        assertThat(node.log().lines()).as("the end of a line").anyMatch(l -> l.endsWith(sentence));
        assertThat(node.isReady()).isFalse();
        assertThat(Phone.status(node, "/api/wechat/authorise/")).isGreaterThanOrEqualTo(400);
    }
}
