package com.xpkit.sociallink.monitoring;

import com.xpkit.sociallink.platform.metrics.Metrics;
import com.xpkit.sociallink.platform.metrics.MetricsText;
import com.xpkit.sociallink.platform.metrics.Step;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/** All metrics that the service shows, with their labels. */
final class ExposedMetrics {

    private ExposedMetrics() {}

    /** After one event of each kind; the numbers of the pool exist only with a pool. */
    static Map<String, Set<String>> labels() {
        var metrics = new Metrics();
        metrics.links().linked(UUID.randomUUID());
        metrics.wechat().begin(Step.TOKEN).answered(0);
        metrics.api().end("GET", 200, System.nanoTime());
        var all = new TreeMap<>(MetricsText.of(metrics).labels());
        all.put(DatabaseGauges.OPEN, Set.of());
        all.put(DatabaseGauges.IN_TRANSACTION, Set.of());
        all.put(DatabaseGauges.FILE, Set.of());
        return all;
    }
}
