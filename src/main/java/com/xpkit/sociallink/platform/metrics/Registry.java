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
 * The registry of all metrics. It is never the library's global registry, which would outlive the application and mix
 * several applications of one server.
 */
final class Registry {

    /** In seconds: from a redirect without I/O to a WeChat answer at the end of its timeout. */
    private static final double[] SECONDS = {
        0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10
    };

    /**
     * Our own properties, not those of the environment. Exemplars need a tracer, which is not in the WAR; exemplars and
     * native histograms use a thread of the library that is never stopped.
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

    /** A histogram of durations in seconds. */
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

    /** A metric whose value is looked up on every read. */
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
