package com.xpkit.sociallink.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.xpkit.sociallink.driver.Phone;
import com.xpkit.sociallink.server.Await;
import com.xpkit.sociallink.server.Node;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A wrong setting stops the start, and one sentence in the log says which one. */
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

    /** Open Liberty reads ${HOME} as a variable, and cannot connect with a password in an unknown encoding. */
    @ParameterizedTest
    @ValueSource(strings = {"x${HOME}z", "{xor}Lz4sLA==", "{none}z"})
    void stopTheStartWhereTheServerWouldReplaceThem(String password) throws Exception {
        try (var node = new Node("node-replaced-password")) {
            assumeTrue(node.keepsTheConnections());

            node.start(settings("SOCIALLINK_DB_PASSWORD", password));

            assertStopped(
                    node,
                    "The setting sociallink.db.password holds ${ or begins with {, which the"
                            + " server's own data source would replace.");
        }
    }

    private Node start(String name, String setting, String value) throws Exception {
        return new Node(name).start(settings(setting, value));
    }

    private Map<String, String> settings(String setting, String value) {
        var settings = cluster.settings();
        settings.put(setting, value);
        return settings;
    }

    private void assertStopped(Node node, String sentence) {
        // on a slow machine Open Liberty is ready before the application has given up
        Await.until(
                node + " has given up and says " + sentence,
                Duration.ofMinutes(3),
                () ->
                        node.hasEndedItsStart()
                                && node.log().lines().anyMatch(line -> line.endsWith(sentence)));

        assertThat(node.isReady()).isFalse();
        assertThat(Phone.of(cluster.wechat()).open(node.url("/api/wechat/authorise/")).status())
                .isGreaterThanOrEqualTo(400);
    }
}
