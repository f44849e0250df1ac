package com.xpkit.sociallink.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.xpkit.sociallink.server.Await;
import com.xpkit.sociallink.server.Node;
import com.xpkit.sociallink.simulator.Fault;
import com.xpkit.sociallink.simulator.Scope;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Callbacks that wait, or that somebody made up, leave a small server's threads to others. Other servers than Payara
 * Micro do not know the setting: there the node has its usual threads.
 */
@ExtendWith(SharedCluster.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FewThreadsIT {

    private static final int THREADS = 16;
    private static final int FLOOD = 64;

    /** More than there are threads. */
    private static final int CROWD = 24;

    private static final Duration LATE = Duration.ofMillis(3500);
    private static final Duration SOON = Duration.ofSeconds(2);

    private final Cluster cluster;
    private final Tenant tenant;
    private final Node small = new Node("node-few-threads");

    FewThreadsIT(Cluster cluster) {
        this.cluster = cluster;
        tenant = cluster.operator().tenant().through(cluster.operator().officialAccount());
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
        var callback =
                Phone.ofANewVisitor(cluster).comeBackFrom(cluster.one(), tenant, Scope.SNSAPI_BASE);

        var flood =
                CompletableFuture.supplyAsync(
                        () ->
                                Together.times(
                                        FLOOD, i -> callback.withInventedCode().sentTo(small)));

        assertServesOthers();
        assertThat(flood.join()).allMatch(end -> end.endsWith("?error_code=103#"));
    }

    @Test
    void areNotHeldByCallbacksThatWaitForOthers() {
        var callbacks =
                IntStream.range(0, CROWD)
                        .mapToObj(i -> Phone.ofANewVisitor(cluster))
                        .map(p -> p.comeBackFrom(cluster.one(), tenant, Scope.SNSAPI_BASE))
                        .toList();
        var log = cluster.wechat().logbook();
        var spent = log.codesSpent();
        var asked = log.tokenCalls();
        cluster.wechat().faults().token().next(CROWD, Fault.delay(LATE));

        var firsts = ends(callbacks, cluster.one());
        Await.until("all codes are spent", LATE, () -> log.codesSpent() == spent + CROWD);
        var seconds = ends(callbacks, small);
        var allAsked = asked + 2 * CROWD;
        Await.until("all of them wait", LATE, () -> log.tokenCalls() >= allAsked);

        assertServesOthers();
        assertThat(seconds.join()).isEqualTo(firsts.join());
    }

    private void assertServesOthers() {
        var began = System.nanoTime();

        assertThat(small.isReady()).isTrue();
        linkSomebody();

        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(SOON);
    }

    private String linkSomebody() {
        return Phone.ofANewVisitor(cluster).link(small, tenant, Scope.SNSAPI_BASE);
    }

    private static CompletableFuture<List<String>> ends(List<Phone.Callback> callbacks, Node node) {
        return CompletableFuture.supplyAsync(
                () ->
                        Together.times(
                                callbacks.size(),
                                i -> Phone.profileId(callbacks.get(i).sentTo(node))));
    }
}
