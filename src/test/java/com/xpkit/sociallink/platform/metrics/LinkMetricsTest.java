package com.xpkit.sociallink.platform.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LinkMetricsTest {

    private final Metrics metrics = new Metrics();
    private final UUID account = UUID.randomUUID();

    @Test
    void countsLinksByAccountAndOutcome() {
        metrics.links().linked(account);
        metrics.links().linked(account);
        metrics.links().refused(Optional.of(account), 103);
        metrics.links().refused(Optional.empty(), 105);

        assertThat(links(account, "linked")).isEqualTo(2);
        assertThat(links(account, "103")).isEqualTo(1);
        assertThat(links("unknown", "105")).isEqualTo(1);
    }

    /** Prometheus sees no increase of a counter that begins with 1. */
    @Test
    void beginsEveryOutcomeOfAnAccountWithZero() {
        metrics.links().linked(account);

        assertThat(MetricsText.of(metrics).samples().keySet())
                .containsAll(LinkMetrics.OUTCOMES.stream().map(o -> sample(account, o)).toList());
    }

    @Test
    void namesNoMoreAccountsThanItMay() {
        Stream.generate(UUID::randomUUID)
                .limit(LinkMetrics.MAX_ACCOUNTS + 7)
                .forEach(metrics.links()::linked);

        assertThat(links("other", "linked")).isEqualTo(7);
        assertThat(seriesOfLinks())
                .isEqualTo((LinkMetrics.MAX_ACCOUNTS + 2L) * LinkMetrics.OUTCOMES.size());
    }

    @Test
    void goesOnCountingTheAccountsThatHaveAName() {
        metrics.links().linked(account);
        Stream.generate(UUID::randomUUID)
                .limit(LinkMetrics.MAX_ACCOUNTS)
                .forEach(metrics.links()::linked);

        metrics.links().linked(account);

        assertThat(links(account, "linked")).isEqualTo(2);
    }

    @Test
    void knowsHowManyCallbacksWait() {
        metrics.links().waiting().enter();
        metrics.links().waiting().enter();
        metrics.links().waiting().leave();

        assertThat(MetricsText.of(metrics).value("sociallink_callbacks_waiting")).isEqualTo(1);
    }

    private long seriesOfLinks() {
        return MetricsText.of(metrics).samples().keySet().stream()
                .filter(name -> name.startsWith("sociallink_links_total{"))
                .count();
    }

    private double links(Object label, String outcome) {
        return MetricsText.of(metrics).value(sample(label, outcome));
    }

    private static String sample(Object label, String outcome) {
        return "sociallink_links_total{account=\"%s\",outcome=\"%s\"}".formatted(label, outcome);
    }
}
