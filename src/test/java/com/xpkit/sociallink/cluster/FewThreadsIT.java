package com.xpkit.sociallink.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.xpkit.sociallink.driver.Tenant;
import com.xpkit.sociallink.server.Node;
import com.xpkit.sociallink.simulator.Scope;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Callbacks with invented codes leave a small server's threads to other requests. Only Payara Micro knows the
 * setting; on other servers the node has its usual threads.
 */
@ExtendWith(SharedCluster.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FewThreadsIT {

    private static final int THREADS = 16;
    private static final int FLOOD = 64;
    private static final Duration SOON = Duration.ofSeconds(2);

    private final Cluster cluster;
    private final Tenant tenant;
    private final Node small = new Node("node-few-threads");

    FewThreadsIT(Cluster cluster) {
        this.cluster = cluster;
        tenant = cluster.linkingTenant();
    }

    @BeforeAll
    void start() {
        var settings = cluster.settings();
        settings.put("JAVA_TOOL_OPTIONS", "-Dpayaramicro.maxHttpThreads=" + THREADS);
        small.start(settings).awaitReady();
        Together.times(THREADS, i -> linkSomebody());
    }

    @AfterAll
    void stop() {
        small.close();
    }

    @Test
    void areNotHeldByInventedCodes() {
        var callback = cluster.guest().comeBackFrom(cluster.one(), tenant, Scope.SNSAPI_BASE);

        var flood =
                CompletableFuture.supplyAsync(
                        () ->
                                Together.times(
                                        FLOOD, i -> callback.withInventedCode().sentTo(small)));

        assertServesOthers();
        assertThat(flood.join()).allMatch(end -> end.endsWith("?error_code=103#"));
    }

    private void assertServesOthers() {
        var began = System.nanoTime();

        assertThat(small.isReady()).isTrue();
        linkSomebody();

        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(SOON);
    }

    private String linkSomebody() {
        return cluster.guest().link(small, tenant, Scope.SNSAPI_BASE);
    }
}
