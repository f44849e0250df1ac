package com.xpkit.sociallink.platform.metrics;

/** What this node does aside of requests. */
public final class JobMetrics {

    private final InFlight running;
    private final InFlight calling;

    JobMetrics(Registry registry) {
        running = registry.inFlight("sociallink_jobs_running", "Jobs that this node works at.");
        calling =
                registry.inFlight(
                        "sociallink_webhooks_calling", "Webhooks that this node is calling.");
    }

    public InFlight running() {
        return running;
    }

    public InFlight calling() {
        return calling;
    }
}
