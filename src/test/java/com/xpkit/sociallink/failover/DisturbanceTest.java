package com.xpkit.sociallink.failover;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The longest time without a link. */
class DisturbanceTest {

    private static final long SECOND = 1_000_000_000L;

    @Test
    void isTheLongestBetweenTwoLinks() {
        var event = of(11, 12, 15, 15, 16);

        assertThat(event.secondsWithoutALink()).isEqualTo(3);
    }

    @Test
    void beginsWithTheEvent() {
        var event = of(1, 9, 14, 15);

        assertThat(event.secondsWithoutALink()).isEqualTo(4);
    }

    @Test
    void isOfEachNode() {
        var event = of(11, 12, 13, 14, 15, 19);

        assertThat(event.secondsWithoutALinkOf(0)).isEqualTo(2);
        assertThat(event.secondsWithoutALinkOf(1)).isEqualTo(5);
        assertThat(event.secondsWithoutALinkOfAnyNode()).isEqualTo(5);
    }

    /** An event of second 10 with links at these seconds, by node 0 and node 1 in turn. */
    private static Disturbance of(int... seconds) {
        var links =
                IntStream.range(0, seconds.length)
                        .mapToObj(
                                i -> new Acknowledged(null, "oA", "p", i % 2, seconds[i] * SECOND))
                        .toList();
        return new Disturbance("event", 10 * SECOND, 20 * SECOND, links, List.of());
    }
}
