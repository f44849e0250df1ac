package com.xpkit.sociallink.platform.metrics;

import io.prometheus.metrics.config.MetricsProperties;
import io.prometheus.metrics.config.PrometheusProperties;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Gauge;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.core.metrics.Info;
import io.prometheus.metrics.core.metrics.SummaryWithCallback;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.util.function.Consumer;

/**
 * Everything that is counted, and how. Never the library's global registry: it would outlive the application,
 * and mix those of one server.
 */
final class Registry {

    /** From a redirect out of memory to a WeChat that answers at the end of its time, in seconds. */
    private static final double[] SECONDS = {
        0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10
    };

    /**
     * Ours, not those of the environment. Exemplars ask for a tracer, which is not in the WAR; they and native
     * histograms have a thread of the library's that nobody ends.
     */
    private static final PrometheusProperties PROPERTIES =
            PrometheusProperties.builder()
                    .defaultMetricsProperties(
                            MetricsProperties.builder()
                                    .exemplarsEnabled(false)
                                    .histogramClassicOnly(true)
                                    .histogramClassicUpperBounds(SECONDS)
                                    .build())
                    .build();

    private final PrometheusRegistry registered = new PrometheusRegistry();

    Counter counter(String name, String help, String... labels) {
        return Counter.builder(PROPERTIES)
                .name(name)
                .help(help)
                .labelNames(labels)
                .register(registered);
    }

    /** Counts how often something took how many seconds. */
    Histogram seconds(String name, String help, String... labels) {
        return Histogram.builder(PROPERTIES)
                .name(name)
                .help(help)
                .labelNames(labels)
                .register(registered);
    }

    Gauge gauge(String name, String help) {
        return Gauge.builder(PROPERTIES).name(name).help(help).register(registered);
    }

    InFlight inFlight(String name, String help) {
        return new InFlight(gauge(name, help));
    }

    /** A number that is looked up whenever somebody asks. */
    void looked(
            String name, String help, Consumer<GaugeWithCallback.Callback> look, String... labels) {
        GaugeWithCallback.builder(PROPERTIES)
                .name(name)
                .help(help)
                .labelNames(labels)
                .callback(look)
                .register(registered);
    }

    void lookedSums(
            String name,
            String help,
            Consumer<SummaryWithCallback.Callback> look,
            String... labels) {
        SummaryWithCallback.builder(PROPERTIES)
                .name(name)
                .help(help)
                .labelNames(labels)
                .callback(look)
                .register(registered);
    }

    void info(String name, String help, String label, String value) {
        Info.builder(PROPERTIES)
                .name(name)
                .help(help)
                .labelNames(label)
                .register(registered)
                .setLabelValues(value);
    }

    MetricSnapshots scrape() {
        return registered.scrape();
    }
}
