package com.xpkit.sociallink.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.xpkit.sociallink.database.DatabaseOfTheRun;
import com.xpkit.sociallink.driver.Guest;
import com.xpkit.sociallink.driver.Tenant;
import com.xpkit.sociallink.server.Await;
import com.xpkit.sociallink.simulator.Fault;
import com.xpkit.sociallink.simulator.Scope;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedCluster.class)
class SlowWeChatIT {

    /** More than a node's pool has connections. */
    private static final int VISITORS = 48;

    private static final Duration THINKING = Duration.ofSeconds(2);

    private final Cluster cluster;
    private final Tenant tenant;

    SlowWeChatIT(Cluster cluster) {
        this.cluster = cluster;
        tenant = cluster.linkingTenant();
    }

    @Test
    void holdsNoConnectionAndServesOthersMeanwhile() {
        var node = cluster.one();
        var profile = cluster.guest().link(node, tenant, Scope.SNSAPI_BASE);
        var operator = cluster.operator(node);
        var callbacks =
                IntStream.range(0, VISITORS)
                        .mapToObj(i -> cluster.guest())
                        .map(phone -> phone.comeBackFrom(node, tenant, Scope.SNSAPI_BASE))
                        .toList();
        var asked = cluster.wechat().logbook().tokenCalls();
        cluster.wechat().faults().token().always(Fault.delay(THINKING));

        var links =
                CompletableFuture.supplyAsync(
                        () -> Together.times(VISITORS, i -> callbacks.get(i).sentTo(node)));
        Await.until(
                "WeChat was asked by all",
                THINKING,
                () -> cluster.wechat().logbook().tokenCalls() == asked + VISITORS);
        var began = System.nanoTime();
        var read = operator.get("/api/profile/" + profile + "/");
        var isReady = node.isReady();
        var took = Duration.ofNanos(System.nanoTime() - began);
        // the note that a code is being exchanged is a short transaction of its own
        Await.until("no transaction is open", THINKING, () -> openTransactions().isEmpty());

        assertThat(links).isNotDone();
        assertThat(read.status()).isEqualTo(200);
        assertThat(isReady).isTrue();
        assertThat(took).isLessThan(Duration.ofMillis(1000));
        assertThat(links.join().stream().map(Guest::profileId)).doesNotHaveDuplicates();
    }

    private List<String> openTransactions() {
        return cluster.database()
                .rows(
                        DatabaseOfTheRun.isMariaDb()
                                ? "SELECT trx_state, trx_query FROM information_schema.innodb_trx"
                                : "SELECT state, query FROM pg_stat_activity WHERE backend_type ="
                                        + " 'client backend' AND pid <> pg_backend_pid() AND"
                                        + " xact_start IS NOT NULL");
    }
}
