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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** WeChat's browser calls back twice at once; whichever node either reaches, both end at the same profile. */
@ExtendWith(SharedCluster.class)
class CallbackTwiceIT {

    private static final int TIMES = 20;
    private static final int CROWD = 48;
    private static final Duration LATE = Duration.ofSeconds(3);

    private final Cluster cluster;
    private final Tenant tenant;

    CallbackTwiceIT(Cluster cluster) {
        this.cluster = cluster;
        tenant = cluster.operator().tenant().through(cluster.operator().officialAccount());
    }

    @ParameterizedTest
    @EnumSource
    void endsAtOneProfileWithOneCode(Scope scope) {
        for (var i = 0; i < TIMES; i++) {
            var callback =
                    Phone.ofANewVisitor(cluster).comeBackFrom(cluster.node(i), tenant, scope);

            assertOneProfile(callback, callback);
        }
        assertThat(tenant.profiles()).isEqualTo(TIMES);
    }

    @ParameterizedTest
    @EnumSource
    void endsAtOneProfileWithTwoCodesOfOneState(Scope scope) {
        for (var i = 0; i < TIMES; i++) {
            var phone = Phone.ofANewVisitor(cluster);
            var flow = phone.begin(cluster.node(i), tenant, scope);

            assertOneProfile(phone.accept(flow), phone.accept(flow));
        }
        assertThat(tenant.profiles()).isEqualTo(TIMES);
    }

    @Test
    void waitsForTheFirstOnesWhoseAnswersFromWeChatAreLate() {
        var callbacks =
                IntStream.range(0, CROWD)
                        .mapToObj(i -> Phone.ofANewVisitor(cluster))
                        .map(p -> p.comeBackFrom(cluster.one(), tenant, Scope.SNSAPI_BASE))
                        .toList();
        var log = cluster.wechat().logbook();
        var spent = log.codesSpent();
        cluster.wechat().faults().token().next(CROWD, Fault.delay(LATE));

        var firsts = CompletableFuture.supplyAsync(() -> ends(callbacks, cluster.one()));
        Await.until("all codes are spent", LATE, () -> log.codesSpent() == spent + CROWD);
        // WeChat refuses these at once: the codes are spent, and nothing is saved yet
        var seconds = ends(callbacks, cluster.two());

        assertThat(seconds).isEqualTo(firsts.join());
        assertThat(log.codesSpent()).isEqualTo(spent + CROWD);
        assertThat(tenant.profiles()).isEqualTo(CROWD);
    }

    private static List<String> ends(List<Phone.Callback> callbacks, Node node) {
        return Together.times(
                callbacks.size(), i -> Phone.profileId(callbacks.get(i).sentTo(node)));
    }

    @Test
    void remembersTheProfileForACallbackThatComesMuchLater() {
        var phone = Phone.ofANewVisitor(cluster);
        var callback = phone.comeBackFrom(cluster.one(), tenant, Scope.SNSAPI_USERINFO);

        var first = Phone.profileId(callback.sentTo(cluster.one()));

        assertThat(Phone.profileId(callback.sentTo(cluster.two()))).isEqualTo(first);
        assertThat(Phone.profileId(callback.sentTo(cluster.one()))).isEqualTo(first);
    }

    private void assertOneProfile(Phone.Callback first, Phone.Callback second) {
        var ends =
                Together.<String>all(
                        List.of(
                                () -> first.sentTo(cluster.one()),
                                () -> second.sentTo(cluster.two())));

        assertThat(Phone.profileId(ends.get(0))).isEqualTo(Phone.profileId(ends.get(1)));
    }
}
