package com.xpkit.sociallink.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.xpkit.sociallink.database.PostgreSql;
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
