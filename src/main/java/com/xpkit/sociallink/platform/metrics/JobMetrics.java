package com.xpkit.sociallink.platform.metrics;

import io.prometheus.metrics.core.datapoints.CounterDataPoint;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Gauge;
import java.time.Instant;

/** Jobs and webhooks of this node: what is in progress, and what failed. */
public final class JobMetrics {

    private static final double MILLIS = 1e3;

    private final InFlight running;
    private final InFlight calling;
    private final Counter brokenOff;
    private final CounterDataPoint delivered;
    private final CounterDataPoint failed;
    private final CounterDataPoint givenUp;
    private final Gauge answered;

    JobMetrics(Registry registry) {
        running = registry.inFlight("sociallink_jobs_running", "Jobs in progress on this node.");
        calling =
                registry.inFlight(
                        "sociallink_webhooks_calling", "Webhooks that this node is calling.");
        brokenOff =
                registry.counter(
                        "sociallink_jobs_broken_off_total",
                        "Turns of jobs that an unexpected failure ended on this node.");
        var calls =
                registry.counter(
                        "sociallink_webhook_calls_total",
                        "Calls of webhooks by outcome: delivered, failed, or given_up after the last try.",
                        "outcome");
        delivered = calls.labelValues("delivered");
        failed = calls.labelValues("failed");
        givenUp = calls.labelValues("given_up");
        answered =
                registry.gauge(
                        "sociallink_database_answered_timestamp_seconds",
                        "When the database last answered this node, which asks every second for jobs.");
    }

    public InFlight running() {
        return running;
    }

    public InFlight calling() {
        return calling;
    }

    /** A turn of a job ended with an unexpected failure. */
    public void brokeOff() {
        brokenOff.inc();
    }

    /** A webhook's receiver accepted the call. */
    public void delivered() {
        delivered.inc();
    }

    /**
     * A call of a webhook failed.
     *
     * @param isLast whether the webhook is not called again
     */
    public void failed(boolean isLast) {
        (isLast ? givenUp : failed).inc();
    }

    /** The database has said which jobs are due. */
    public void databaseAnswered(Instant now) {
        answered.set(now.toEpochMilli() / MILLIS);
    }
}
