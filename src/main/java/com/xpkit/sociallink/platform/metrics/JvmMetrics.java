package com.xpkit.sociallink.platform.metrics;

import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.core.metrics.SummaryWithCallback;
import io.prometheus.metrics.model.snapshots.Quantiles;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;

/** The Java process, with the metric names that dashboards for Java expect. */
final class JvmMetrics {

    private static final double MILLIS = 1e3;

    private final MemoryMXBean memory = ManagementFactory.getMemoryMXBean();

    JvmMetrics(Registry registry) {
        registry.looked("jvm_memory_used_bytes", "Memory in use.", this::used, "area");
        registry.looked(
                "jvm_memory_max_bytes", "Maximum memory; -1 means no limit.", this::max, "area");
        registry.looked("jvm_threads_current", "Threads.", JvmMetrics::threads);
        registry.lookedSums(
                "jvm_gc_collection_seconds", "Garbage collections.", JvmMetrics::gc, "gc");
        registry.looked(
                "process_start_time_seconds", "When the process started.", JvmMetrics::start);
    }

    private void used(GaugeWithCallback.Callback gauge) {
        gauge.call(memory.getHeapMemoryUsage().getUsed(), "heap");
        gauge.call(memory.getNonHeapMemoryUsage().getUsed(), "nonheap");
    }

    private void max(GaugeWithCallback.Callback gauge) {
        gauge.call(memory.getHeapMemoryUsage().getMax(), "heap");
        gauge.call(memory.getNonHeapMemoryUsage().getMax(), "nonheap");
    }

    private static void threads(GaugeWithCallback.Callback gauge) {
        gauge.call(ManagementFactory.getThreadMXBean().getThreadCount());
    }

    private static void gc(SummaryWithCallback.Callback sums) {
        for (var gc : ManagementFactory.getGarbageCollectorMXBeans()) {
            var count = Math.max(0, gc.getCollectionCount());
            var seconds = Math.max(0, gc.getCollectionTime()) / MILLIS;
            sums.call(count, seconds, Quantiles.EMPTY, gc.getName());
        }
    }

    private static void start(GaugeWithCallback.Callback gauge) {
        gauge.call(ManagementFactory.getRuntimeMXBean().getStartTime() / MILLIS);
    }
}
