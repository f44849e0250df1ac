package com.xpkit.sociallink.platform.metrics;

import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.model.snapshots.Unit;

/** The requests of the API, by method and class of status. */
public final class ApiMetrics {

    private final Histogram seconds;

    ApiMetrics(Registry registry) {
        seconds =
                registry.seconds(
                        "sociallink_api_request_seconds",
                        "How long requests of the API took.",
                        "method",
                        "status");
    }

    /**
     * @param method an HTTP method; each new one creates a new series
     * @param status such as 404, which counts as 4xx
     * @param began the value of {@link System#nanoTime()} at the beginning
     */
    public void end(String method, int status, long began) {
        seconds.labelValues(method, status / 100 + "xx")
                .observe(Unit.nanosToSeconds(System.nanoTime() - began));
    }
}
