package com.xpkit.sociallink.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.xpkit.sociallink.driver.Guest;
import com.xpkit.sociallink.driver.Tenant;
import com.xpkit.sociallink.simulator.Scope;
import com.xpkit.sociallink.simulator.Visitor;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Fifty profiles become one while their visitors keep coming, on two nodes. */
@ExtendWith(SharedCluster.class)
class MergeUnderFireIT {

    private static final int VISITORS = 50;
    private static final int SHOOTERS = 4;

    private final Cluster cluster;
    private final Tenant tenant;
    private final List<String> visitors =
            IntStream.range(0, VISITORS).mapToObj(i -> "v-" + UUID.randomUUID()).toList();

    MergeUnderFireIT(Cluster cluster) {
        this.cluster = cluster;
        tenant = cluster.linkingTenant();
    }

    @Test
    void losesNoOpenid() throws InterruptedException {
        var profiles = new ArrayList<String>();
        visitors.forEach(visitor -> profiles.add(link(visitor, 0)));
        var authority = tenant.profile(tenant.named("{'name':'Authority'}"));
        var openids = Set.copyOf(cluster.stored(tenant).openids());
        var answers = ConcurrentHashMap.<String>newKeySet();

        var job = underFire(answers, () -> merged(authority, profiles));

        assertThat(job.getString("status")).as(job.toString()).isEqualTo("Succeeded");
        assertThat(answers).as("visitors came during the merge").isNotEmpty();
        assertThat(cluster.stored(tenant).openids())
                .hasSize(VISITORS)
                .containsExactlyInAnyOrderElementsOf(openids);
        assertThat(
                        tenant.through(cluster.two())
                                .read(authority)
                                .resource()
                                .getJsonArray("wechat_openid"))
                .hasSize(VISITORS);
        assertThat(cluster.stored(tenant).profiles()).as("one is left").isEqualTo(1);
        assertThat(answers).allSatisfy(this::leadsSomewhere);
        assertThat(visitors).extracting(visitor -> link(visitor, 1)).containsOnly(authority);
    }

    private JsonObject merged(String authority, List<String> profiles) {
        var ticket = tenant.askToMerge(authority, profiles.toArray(String[]::new));
        return tenant.through(cluster.two()).finished(ticket, Cluster.PATIENCE_WITH_JOBS);
    }

    private JsonObject underFire(
            Set<String> answers, java.util.function.Supplier<JsonObject> action)
            throws InterruptedException {
        var isOver = new AtomicBoolean();
        var shooters = Executors.newFixedThreadPool(SHOOTERS);
        var failures = ConcurrentHashMap.<Throwable>newKeySet();
        for (int shooter = 0; shooter < SHOOTERS; shooter++) {
            var first = shooter;
            shooters.execute(
                    () -> {
                        for (int i = first; !isOver.get(); i += SHOOTERS) {
                            try {
                                answers.add(link(visitors.get(i % VISITORS), i));
                            } catch (Throwable refused) {
                                failures.add(refused);
                            }
                        }
                    });
        }
        try {
            return action.get();
        } finally {
            isOver.set(true);
            shooters.shutdown();
            assertThat(shooters.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
            assertThat(failures).as("no visitor is turned away").isEmpty();
        }
    }

    /** With another nickname each time, so that it writes. */
    private String link(String visitor, int time) {
        var phone = new Guest(cluster.wechat(), Visitor.named(visitor, "小明 " + time));
        return phone.link(cluster.node(time), tenant, Scope.SNSAPI_USERINFO);
    }

    private void leadsSomewhere(String profile) {
        var answer = tenant.read(profile);
        assertThat(answer.status()).as(answer.body()).isIn(200, 308);
    }
}
