package com.xpkit.sociallink.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.xpkit.sociallink.driver.Tenant;
import com.xpkit.sociallink.server.Await;
import com.xpkit.sociallink.server.Node;
import com.xpkit.sociallink.simulator.Scope;
import java.io.IOException;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A connection to WeChat that ended while it was idle costs no visitor their profile. */
@ExtendWith(SharedCluster.class)
class IdleConnectionsIT {

    /** How long a connection may be idle before it is closed, with a margin. */
    private static final Duration REST = Duration.ofSeconds(6);

    private static final int VISITORS = 400;
    private static final int AT_ONCE = 16;

    private static Relay relay;
    private static Node node;

    private final Cluster cluster;
    private final Tenant tenant;

    IdleConnectionsIT(Cluster cluster) {
        this.cluster = cluster;
        tenant = cluster.linkingTenant();
    }

    @BeforeAll
    static void start(Cluster cluster) throws IOException {
        relay = new Relay(cluster.wechat().url());
        var settings = cluster.settings();
        settings.put("SOCIALLINK_WECHAT_API_URL", relay.url().toString());
        node = new Node("node-idle-connections").start(settings).awaitReady();
    }

    @AfterAll
    static void stop() throws IOException {
        node.close();
        relay.close();
    }

    @Test
    void mayBeClosedByWeChat() {
        link();
        relay.toAll(Wire::close);

        link();
    }

    @Test
    void mayBeResetByWeChat() {
        link();
        relay.toAll(Wire::reset);

        link();
    }

    /** Nothing shows that a firewall has forgotten a connection, so it must not be used again after it was idle. */
    @Test
    void mayBeForgottenByAFirewall() {
        link();
        relay.toAll(Wire::fallSilent);
        var end = System.nanoTime() + REST.toNanos();
        Await.until("the connections rested", REST.plusSeconds(5), () -> System.nanoTime() > end);

        link();
    }

    @Test
    void areFewForManyVisitors() {
        var before = relay.connections();

        Together.times(
                AT_ONCE,
                i -> IntStream.range(0, VISITORS / AT_ONCE).mapToObj(n -> link()).toList());

        assertThat(relay.connections() - before).isLessThan(VISITORS / 5);
    }

    private String link() {
        return cluster.guest().link(node, tenant, Scope.SNSAPI_USERINFO);
    }
}
