package com.xpkit.sociallink.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.xpkit.sociallink.database.PostgreSql;
import com.xpkit.sociallink.simulator.Scope;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** PostgreSQL dies under load and comes back; the nodes keep running. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DatabaseAwayIT {

    private static final Duration SOON = Duration.ofSeconds(5);

    private PostgreSql postgres;
    private Cluster cluster;

    @BeforeAll
    void start() throws IOException {
        Files.createDirectories(Path.of("target", "cluster"));
        postgres =
                PostgreSql.mortal(
                        Files.createTempDirectory(
                                Path.of("target", "cluster").toAbsolutePath(), "mortal"));
        cluster = new Cluster("node-away", NodesDatabase.on(postgres));
    }

    @AfterAll
    void stop() {
        cluster.close();
    }

    @Test
    void failsLinksWith104AndLinksAgainWithinFiveSecondsOfItsReturn() {
        var tenant = cluster.linkingTenant();
        try (var traffic = Traffic.through(cluster, cluster.nodes(), tenant)) {
            traffic.linksMore(40);

            postgres.kill();
            traffic.failsMore(Traffic.VISITORS);
            postgres.start();
            traffic.linksMore(1, SOON);
            var failed = traffic.others().size();
            traffic.linksMore(40);

            traffic.close();
            assertThat(traffic.others())
                    .allMatch(answer -> answer.matches("https://[^?]*\\?error_code=104#"))
                    .as("those who were on their way when it came back")
                    .hasSizeLessThanOrEqualTo(failed + Traffic.VISITORS);
            assertThat(cluster.stored(tenant).profileIds()).containsAll(traffic.profiles());
        }
    }

    /** As in a planned switchover of a cluster: the links wait for it. */
    @Test
    void costsNobodyAnythingWhenItIsBackWithinSeconds() {
        var tenant = cluster.linkingTenant();
        try (var traffic = Traffic.through(cluster, cluster.nodes(), tenant)) {
            traffic.linksMore(40);

            postgres.kill();
            postgres.start();
            traffic.linksMore(40);

            traffic.close();
            assertThat(traffic.others()).isEmpty();
            assertThat(cluster.stored(tenant).profileIds()).containsAll(traffic.profiles());
        }
    }

    /** A balancer that asks only whether nodes are ready would refuse everybody. */
    @Test
    void sendsVisitorsHomeThroughABalancerAsWell() throws IOException {
        var tenant = cluster.linkingTenant();
        try (var balancer = new Balancer("haproxy-before-no-database")) {
            balancer.start(cluster.one(), cluster.two());
            cluster.nodes().forEach(node -> cluster.guest().link(node, tenant, Scope.SNSAPI_BASE));

            postgres.kill();
            balancer.awaitDown("one");
            balancer.awaitDown("two");
            var visitor = cluster.guest().comeBackFrom(balancer, tenant, Scope.SNSAPI_USERINFO);
            var home = visitor.sentTo(balancer);
            var api = tenant.through(balancer).list("");
            postgres.start();
            balancer.awaitUp("one");
            balancer.awaitUp("two");

            assertThat(home).matches("https://[^?]*\\?error_code=104#");
            assertThat(api.status()).isEqualTo(503);
            assertThat(cluster.guest().link(balancer, tenant, Scope.SNSAPI_BASE)).isNotEmpty();
        }
    }

    /** No connection of the pools has been used since. */
    @Test
    void costsNobodyAnythingWhenNobodyCameMeanwhile() {
        var tenant = cluster.linkingTenant();
        try (var traffic = Traffic.through(cluster, cluster.nodes(), tenant)) {
            traffic.linksMore(40);
        }

        postgres.kill();
        postgres.start();

        try (var traffic = Traffic.through(cluster, cluster.nodes(), tenant)) {
            traffic.linksMore(40);
            traffic.close();
            assertThat(traffic.others()).isEmpty();
        }
    }
}
