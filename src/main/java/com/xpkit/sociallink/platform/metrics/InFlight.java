package com.xpkit.sociallink.platform.metrics;

import io.prometheus.metrics.core.metrics.Gauge;

/** The number of things in progress at the moment. */
public final class InFlight {

    private final Gauge gauge;

    InFlight(Gauge gauge) {
        this.gauge = gauge;
    }

    public void enter() {
        gauge.inc();
    }

    public void leave() {
        gauge.dec();
    }
}
