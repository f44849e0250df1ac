package com.xpkit.sociallink.platform.metrics;

import io.prometheus.metrics.core.datapoints.DistributionDataPoint;
import io.prometheus.metrics.model.snapshots.Unit;
import java.util.EnumMap;
import java.util.Map;

/** How long each step of a link takes. */
public final class Steps {

    private final Map<Step, DistributionDataPoint> times = new EnumMap<>(Step.class);

    Steps(Registry registry) {
        var seconds =
                registry.seconds(
                        "sociallink_step_seconds", "How long each step of a link took.", "step");
        for (var step : Step.values()) {
            times.put(step, seconds.labelValues(step.word()));
        }
    }

    /**
     * @param began the value of {@link System#nanoTime()} at the beginning
     */
    public void end(Step step, long began) {
        times.get(step).observe(Unit.nanosToSeconds(System.nanoTime() - began));
    }
}
