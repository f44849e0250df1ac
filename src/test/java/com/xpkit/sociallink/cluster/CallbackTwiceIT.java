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

    /** Shorter than any wait for another callback. */
    private static final Duration AT_ONCE = Duration.ofSeconds(2);

    private final Cluster cluster;
    private final Tenant tenant;

    CallbackTwiceIT(Cluster cluster) {
        this.cluster = cluster;
        tenant = cluster.linkingTenant();
    }

    @ParameterizedTest
    @EnumSource
    void endsAtOneProfileWithOneCode(Scope scope) {
        for (var i = 0; i < TIMES; i++) {
            var callback = cluster.guest().comeBackFrom(cluster.node(i), tenant, scope);

            assertOneProfile(callback, callback);
        }
        assertThat(cluster.stored(tenant).profiles()).isEqualTo(TIMES);
    }

    @ParameterizedTest
    @EnumSource
    void endsAtOneProfileWithTwoCodesOfOneState(Scope scope) {
        for (var i = 0; i < TIMES; i++) {
            var phone = cluster.guest();
            var flow = phone.begin(cluster.node(i), tenant, scope);

            assertOneProfile(phone.accept(flow), phone.accept(flow));
        }
        assertThat(cluster.stored(tenant).profiles()).isEqualTo(TIMES);
    }

    @Test
    void waitsForTheFirstOnesWhoseAnswersFromWeChatAreLate() {
        var callbacks =
                IntStream.range(0, CROWD)
                        .mapToObj(i -> cluster.guest())
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
        assertThat(cluster.stored(tenant).profiles()).isEqualTo(CROWD);
    }

    private static List<String> ends(List<Guest.Callback> callbacks, Node node) {
        return Together.times(
                callbacks.size(), i -> Guest.profileId(callbacks.get(i).sentTo(node)));
    }

    @Test
    void remembersTheProfileForACallbackThatComesMuchLater() {
        var phone = cluster.guest();
        var callback = phone.comeBackFrom(cluster.one(), tenant, Scope.SNSAPI_USERINFO);

        var first = Guest.profileId(callback.sentTo(cluster.one()));

        assertThat(Guest.profileId(callback.sentTo(cluster.two()))).isEqualTo(first);
        assertThat(Guest.profileId(callback.sentTo(cluster.one()))).isEqualTo(first);
    }

    @Test
    void isNotKeptFromItsProfileByTheRefusalOfAnotherCode() {
        for (var i = 0; i < TIMES; i++) {
            var phone = cluster.guest();
            var flow = phone.begin(cluster.node(i), tenant, Scope.SNSAPI_USERINFO);
            var callbacks = List.of(phone.accept(flow), phone.accept(flow));
            cluster.wechat().faults().userinfo().next(Fault.errcode(40001));

            var ends = Together.times(2, n -> callbacks.get(n).sentTo(cluster.node(n)));

            assertThat(ends).anyMatch(end -> end.contains("?profile_id="));
            assertOneProfile(callbacks.get(0), callbacks.get(1));
            assertOneProfile(callbacks.get(1), callbacks.get(0));
        }
        assertThat(cluster.stored(tenant).profiles()).isEqualTo(TIMES);
    }

    @Test
    void isRefusedOnEitherNodeAsOnTheFirst() {
        var phone = cluster.guest();
        var flow = phone.begin(cluster.one(), tenant, Scope.SNSAPI_USERINFO);
        var snapshot = new Guest(cluster.wechat(), phone.visitor().onSnapshotPage());
        var unread = phone.accept(flow);
        var refused = snapshot.accept(flow);
        cluster.wechat().faults().userinfo().next(Fault.errcode(40001));

        for (var node : List.of(cluster.one(), cluster.two(), cluster.one())) {
            assertThat(unread.sentTo(node)).endsWith("?error_code=104#");
            assertThat(refused.sentTo(node)).endsWith("?error_code=106#");
        }

        var profile = Guest.profileId(phone.accept(flow).sentTo(cluster.two()));
        assertThat(Guest.profileId(unread.sentTo(cluster.one()))).isEqualTo(profile);
        assertThat(Guest.profileId(refused.sentTo(cluster.one()))).isEqualTo(profile);
    }

    @ParameterizedTest
    @EnumSource
    void endsAtOneProfileThoughTwoFlowsOfOneBrowserGetOneCode(Scope scope) {
        for (var i = 0; i < TIMES; i++) {
            var phone = cluster.guest();
            var first = phone.comeBackFrom(cluster.node(i), tenant, scope);
            var other = phone.comeBackFrom(cluster.node(i + 1), tenant, scope);
            var both =
                    List.of(first.togetherWith(other), other.withCodeOf(first).togetherWith(first));

            var ends =
                    Together.times(
                            2, n -> Guest.profileId(phone.end(both.get(n), cluster.node(n))));

            assertThat(ends.get(0)).isEqualTo(ends.get(1));
        }
        assertThat(cluster.stored(tenant).profiles()).isEqualTo(TIMES);
    }

    @Test
    void isSentToWeChatOnceMoreAtOnceWhenAnotherFlowHasUsedItsCodeOnTheOtherNode() {
        var phone = cluster.guest();
        var first = phone.comeBackFrom(cluster.one(), tenant, Scope.SNSAPI_BASE);
        var other = phone.comeBackFrom(cluster.one(), tenant, Scope.SNSAPI_BASE);
        Guest.profileId(first.sentTo(cluster.one()));
        var began = System.nanoTime();

        var end = other.withCodeOf(first).togetherWith(first).sentTo(cluster.two());

        assertThat(phone.isAtWeChat(end)).isTrue();
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(AT_ONCE);
    }

    private void assertOneProfile(Guest.Callback first, Guest.Callback second) {
        var ends =
                Together.<String>all(
                        List.of(
                                () -> first.sentTo(cluster.one()),
                                () -> second.sentTo(cluster.two())));

        assertThat(Guest.profileId(ends.get(0))).isEqualTo(Guest.profileId(ends.get(1)));
    }
}
