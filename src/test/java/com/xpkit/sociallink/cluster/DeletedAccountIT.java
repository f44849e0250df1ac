package com.xpkit.sociallink.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.xpkit.sociallink.driver.Guest;
import com.xpkit.sociallink.driver.Tenant;
import com.xpkit.sociallink.server.Await;
import com.xpkit.sociallink.simulator.Fault;
import com.xpkit.sociallink.simulator.Scope;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** No personal data stays in a deleted account. */
@ExtendWith(SharedCluster.class)
class DeletedAccountIT {

    private static final Duration THINKING = Duration.ofSeconds(3);

    /** The chore runs once a minute. */
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Cluster cluster;
    private final Tenant tenant;

    DeletedAccountIT(Cluster cluster) {
        this.cluster = cluster;
        tenant = cluster.linkingTenant();
    }

    /** The visitor came back before the account was deleted, and WeChat answers after that. */
    @Test
    void losesWhatALinkCommitsAfterTheDeletion() {
        var node = cluster.one();
        var stored = new Stored(cluster.database(), tenant.account());
        var callback = cluster.guest().comeBackFrom(node, tenant, Scope.SNSAPI_USERINFO);
        var asked = cluster.wechat().logbook().tokenCalls();
        cluster.wechat().faults().token().always(Fault.delay(THINKING));

        var link = CompletableFuture.supplyAsync(() -> callback.sentTo(node));
        Await.until(
                "WeChat was asked",
                THINKING,
                () -> cluster.wechat().logbook().tokenCalls() > asked);
        var deletion =
                cluster.operator().delete("/api/account/" + tenant.account() + "/?cascade=true");

        assertThat(deletion.status()).as(deletion.body()).isEqualTo(204);
        assertThat(link).isNotDone();
        assertThat(Guest.profileId(link.join())).isNotEmpty();
        Await.until("the late rows are gone", PATIENCE, stored::isEmpty);
    }
}
