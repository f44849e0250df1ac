package com.xpkit.sociallink.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.xpkit.sociallink.driver.Guest;
import com.xpkit.sociallink.driver.Tenant;
import com.xpkit.sociallink.simulator.Scope;
import java.time.Duration;
import java.util.HashSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A client begins one flow and calls back with invented codes. */
@ExtendWith(SharedCluster.class)
class InventedCodesIT {

    /** How many codes of one flow are sent to WeChat. */
    private static final int MAX_CODES = 5;

    private static final int FLOOD = 64;

    /** Shorter than a callback may wait for another one. */
    private static final Duration SOON = Duration.ofSeconds(5);

    private final Cluster cluster;
    private final Tenant tenant;
    private final Guest.Callback callback;

    InventedCodesIT(Cluster cluster) {
        this.cluster = cluster;
        tenant = cluster.linkingTenant();
        callback = cluster.guest().comeBackFrom(cluster.one(), tenant, Scope.SNSAPI_BASE);
    }

    @Test
    void areSentToWeChatAFewTimesOnAllNodesTogether() {
        var asked = tokenCalls();

        var ends =
                IntStream.range(0, 4 * MAX_CODES)
                        .mapToObj(i -> callback.withInventedCode().sentTo(cluster.node(i)))
                        .toList();

        assertThat(ends).allMatch(end -> end.endsWith("?error_code=103#"));
        assertThat(tokenCalls() - asked).isEqualTo(MAX_CODES);
    }

    @Test
    void areAnsweredAtOnceThoughManyComeTogether() {
        var asked = tokenCalls();
        var began = System.nanoTime();

        var ends = Together.times(FLOOD, i -> callback.withInventedCode().sentTo(cluster.node(i)));

        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(SOON);
        assertThat(ends).allMatch(end -> end.endsWith("?error_code=103#"));
        assertThat(tokenCalls() - asked).isBetween(1, 2 * MAX_CODES);
    }

    @Test
    void areAnsweredWithTheProfileOfALinkedFlow() {
        var profile = Guest.profileId(callback.sentTo(cluster.one()));
        var asked = tokenCalls();

        var ends =
                IntStream.range(0, 4 * MAX_CODES)
                        .mapToObj(i -> callback.withInventedCode().sentTo(cluster.node(i)))
                        .toList();

        assertThat(new HashSet<>(ends)).hasSize(1);
        assertThat(Guest.profileId(ends.get(0))).isEqualTo(profile);
        assertThat(tokenCalls() - asked).as("once, on the node that was new").isEqualTo(1);
    }

    private int tokenCalls() {
        return cluster.wechat().logbook().tokenCalls();
    }
}
