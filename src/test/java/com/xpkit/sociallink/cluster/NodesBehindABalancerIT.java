package com.xpkit.sociallink.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.xpkit.sociallink.driver.Tenant;
import com.xpkit.sociallink.server.Await;
import com.xpkit.sociallink.server.Node;
import com.xpkit.sociallink.simulator.Scope;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** Two nodes behind a real balancer that sends each request to the next one; nodes leave, die and come back. */
@ExtendWith(SharedCluster.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NodesBehindABalancerIT {

    private static final int DEATHS = 5;
    private static final Duration SOON = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final List<List<String>> IN_TURN =
            List.of(List.of("one", "two", "one", "two"), List.of("two", "one", "two", "one"));

    private final Cluster cluster;
    private final Tenant tenant;
    private final Balancer balancer = new Balancer("haproxy");
    private final Node one = new Node("node-behind-1");
    private final Node two = new Node("node-behind-2");

    NodesBehindABalancerIT(Cluster cluster) {
        this.cluster = cluster;
        tenant = cluster.linkingTenant();
    }

    @BeforeAll
    void start() throws IOException {
        start(one);
        start(two);
        one.awaitReady();
        two.awaitReady();
        balancer.start(one, two);
    }

    @AfterAll
    void stop() {
        balancer.close();
        one.close();
        two.close();
    }

    private void start(Node node) {
        var settings = cluster.settings();
        settings.put("SOCIALLINK_SERVICE_URL", balancer.url("").toString());
        node.start(settings);
    }

    /** HAProxy does not promise turns: while the check of a node is late, for instance, the other one gets every request. */
    @Test
    void linkAVisitorWhoseEveryRequestHitsAnotherNode() {
        Await.until("they took turns", PATIENCE, () -> IN_TURN.contains(nodesOfTwoLinks()));
    }

    private List<String> nodesOfTwoLinks() {
        var phone = cluster.guest();
        var before = balancer.journal().size();

        var profile = phone.link(balancer, tenant, Scope.SNSAPI_USERINFO);
        var again = phone.link(balancer, tenant, Scope.SNSAPI_BASE);

        assertThat(again).isEqualTo(profile);
        Await.until("all is written down", SOON, () -> balancer.journal().size() >= before + 4);
        return balancer.journal().subList(before, before + 4);
    }

    @Test
    void loseNoLinkWhenOneIsTakenAwayStoppedAndBroughtBack() {
        try (var traffic = Traffic.through(cluster, List.of(balancer), tenant)) {
            traffic.linksMore(20);

            balancer.takeAway("two");
            traffic.linksMore(20);
            two.close();
            traffic.linksMore(20);
            start(two);
            two.awaitReady();
            balancer.bringBack("two");
            traffic.linksMore(20);

            traffic.close();
            assertThat(traffic.others()).isEmpty();
        }
        assertThat(lastLegs(20)).contains("one", "two");
    }

    @Test
    void keepEveryProfileThatAVisitorWasGivenThoughTheyDieInTurn() {
        try (var traffic = Traffic.through(cluster, List.of(balancer), tenant)) {
            for (int death = 0; death < DEATHS; death++) {
                var victim = death % 2 == 0 ? one : two;
                traffic.linksMore(15);
                victim.kill();
                traffic.linksMore(15);
                start(victim);
                victim.awaitReady();
                balancer.awaitUp(victim == one ? "one" : "two");
            }

            traffic.close();
            assertThat(cluster.stored(tenant).profileIds()).containsAll(traffic.profiles());
            assertThat(traffic.others())
                    .as("those who were on their way through the node that died")
                    .hasSizeLessThanOrEqualTo(DEATHS * Traffic.VISITORS)
                    .allMatch(answer -> answer.matches("https://[^?]*\\?error_code=10[34]#"));
        }
    }

    private List<String> lastLegs(int number) {
        var legs = balancer.journal();
        return legs.subList(Math.max(0, legs.size() - number), legs.size());
    }
}
