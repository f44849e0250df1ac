package com.xpkit.sociallink.platform.metrics;

import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Gauge;
import java.util.Set;

/** The answers of WeChat, and whether it is called at all. */
public final class WeChatMetrics {

    static final String UNREACHABLE = "unreachable";
    static final String LATE = "late";
    static final String GARBAGE = "garbage";
    static final String OTHER = "other";

    /**
     * The errcodes that WeChat is known to return for these two calls; any other counts as "other" and is in the log.
     */
    static final Set<Integer> KNOWN =
            Set.of(
                    0, -1, 40001, 40002, 40003, 40013, 40014, 40029, 40125, 40163, 40164, 40243,
                    41001, 41002, 41004, 41008, 41009, 42001, 42003, 42007, 43001, 43003, 45009,
                    45011, 48001, 48004, 50001, 50002, 61004, 61450);

    private final Steps steps;
    private final Counter answers;
    private final Counter refused;
    private final Gauge breaker;
    private final InFlight exchanges;

    WeChatMetrics(Registry registry, Steps steps) {
        this.steps = steps;
        answers =
                registry.counter(
                        "sociallink_wechat_answers_total",
                        "Calls to WeChat by the errcode of its answer; unreachable, late, garbage.",
                        "step",
                        "errcode");
        refused =
                registry.counter(
                        "sociallink_wechat_refused_total",
                        "Exchanges that were not started: the breaker is open, or the bulkhead full.",
                        "by");
        breaker =
                registry.gauge(
                        "sociallink_wechat_breaker_open",
                        "1 from a refusal by the breaker until WeChat answers again.");
        exchanges =
                registry.inFlight(
                        "sociallink_wechat_exchanges", "Exchanges with WeChat in progress.");
        refused.initLabelValues("breaker");
        refused.initLabelValues("bulkhead");
        answers.initLabelValues(Step.TOKEN.word(), "0");
        answers.initLabelValues(Step.USERINFO.word(), "0");
    }

    /** Begins a call. */
    public WeChatCall begin(Step step) {
        return new WeChatCall(this, step);
    }

    public InFlight exchanges() {
        return exchanges;
    }

    /** The circuit breaker refused a visitor; Fault Tolerance has no API for its state. */
    public void refusedByBreaker() {
        breaker.set(1);
        refused.labelValues("breaker").inc();
    }

    public void refusedByBulkhead() {
        refused.labelValues("bulkhead").inc();
    }

    void answered(Step step, int errcode, long began) {
        count(step, KNOWN.contains(errcode) ? Integer.toString(errcode) : OTHER, began);
        breaker.set(0);
    }

    void count(Step step, String errcode, long began) {
        answers.labelValues(step.word(), errcode).inc();
        steps.end(step, began);
    }
}
