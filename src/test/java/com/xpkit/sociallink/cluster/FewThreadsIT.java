package com.xpkit.sociallink.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.xpkit.sociallink.driver.Guest;
import com.xpkit.sociallink.driver.Tenant;
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
 * Callbacks with invented codes, and visitors who wait for WeChat, leave a small server's threads to other requests.
 * Only Payara Micro knows the setting; on other servers the node has its usual threads.
 */
@ExtendWith(SharedCluster.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FewThreadsIT {

    private static final int THREADS = 16;
    private static final int FLOOD = 64;
    private static final int CROWD = 400;
    private static final Duration SLOW = Duration.ofMillis(300);
    private static final Duration TIMEOUT = Duration.ofSeconds(3);
    private static final Duration MARGIN = Duration.ofSeconds(3);
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
        settings.put("SOCIALLINK_WECHAT_TIMEOUT", TIMEOUT.toString());
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

    @Test
    void areNotHeldByACrowdThatWaitsForASlowWeChat() {
        var callbacks = crowd(Scope.SNSAPI_USERINFO);
        var asked = cluster.wechat().logbook().tokenCalls();
        cluster.wechat().faults().token().always(Fault.delay(SLOW));
        cluster.wechat().faults().userinfo().always(Fault.delay(SLOW));

        var links = CompletableFuture.supplyAsync(() -> ends(callbacks));
        Await.until(
                "most are at WeChat",
                TIMEOUT,
                () -> cluster.wechat().logbook().tokenCalls() > asked + CROWD / 2);
        assertBeginsOthers();

        assertThat(links.join().stream().map(Guest::profileId)).doesNotHaveDuplicates();
    }

    @Test
    void areNotHeldByACrowdThatWaitsForAWeChatThatHangs() {
        var callbacks = crowd(Scope.SNSAPI_BASE);
        cluster.wechat().faults().token().always(Fault.delay(TIMEOUT.multipliedBy(3)));

        var waits =
                CompletableFuture.supplyAsync(
                        () -> Together.times(CROWD, i -> waitOfRefused(callbacks.get(i))));
        assertBeginsOthers();
        assertThat(waits).isNotDone();

        assertThat(waits.join()).allMatch(wait -> wait.compareTo(TIMEOUT.plus(MARGIN)) < 0);
        cluster.wechat().faults().clear();
        Await.until("the breaker is closed", TIMEOUT.plus(MARGIN), this::isSomebodyLinked);
    }

    /** How long a visitor waited for error 103. */
    private Duration waitOfRefused(Guest.Callback callback) {
        var began = System.nanoTime();
        assertThat(callback.sentTo(small)).endsWith("?error_code=103#");
        return Duration.ofNanos(System.nanoTime() - began);
    }

    private List<Guest.Callback> crowd(Scope scope) {
        return IntStream.range(0, CROWD)
                .parallel()
                .mapToObj(i -> cluster.guest().comeBackFrom(cluster.one(), tenant, scope))
                .toList();
    }

    private List<String> ends(List<Guest.Callback> callbacks) {
        return Together.times(callbacks.size(), i -> callbacks.get(i).sentTo(small));
    }

    private void assertBeginsOthers() {
        var began = System.nanoTime();

        assertThat(small.isReady()).isTrue();
        cluster.guest().begin(small, tenant, Scope.SNSAPI_BASE);

        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(SOON);
    }

    private boolean isSomebodyLinked() {
        return cluster.guest()
                .comeBackFrom(small, tenant, Scope.SNSAPI_BASE)
                .sentTo(small)
                .contains("?profile_id=");
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
