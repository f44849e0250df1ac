package com.xpkit.sociallink.platform.metrics;

/** Jobs and webhooks in progress on this node. */
public final class JobMetrics {

    private final InFlight running;
    private final InFlight calling;

    JobMetrics(Registry registry) {
        running = registry.inFlight("sociallink_jobs_running", "Jobs in progress on this node.");
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
