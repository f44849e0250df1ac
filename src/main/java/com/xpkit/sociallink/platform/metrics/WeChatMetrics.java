package com.xpkit.sociallink.platform.metrics;

import io.prometheus.metrics.core.datapoints.CounterDataPoint;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Gauge;
import java.util.EnumMap;
import java.util.Map;
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
    private final Map<Step, CounterDataPoint> successes = new EnumMap<>(Step.class);
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
                        "Exchanges that were not started: the breaker is open, or there is no place (bulkhead).",
                        "by");
        breaker =
                registry.gauge(
                        "sociallink_wechat_breaker_open",
                        "Whether the circuit breaker refuses visitors: 1 until a trial call reaches WeChat.");
        exchanges =
                registry.inFlight(
                        "sociallink_wechat_exchanges", "Exchanges with WeChat in progress.");
        refused.initLabelValues("breaker");
        refused.initLabelValues("bulkhead");
        for (var step : Set.of(Step.TOKEN, Step.USERINFO)) {
            successes.put(step, answers.labelValues(step.word(), "0"));
        }
    }

    /** Begins a call: {@link Step#TOKEN} or {@link Step#USERINFO}. */
    public WeChatCall begin(Step step) {
        return new WeChatCall(this, step);
    }

    public InFlight exchanges() {
        return exchanges;
    }

    /** The circuit breaker has opened or closed. */
    public void breakerIsOpen(boolean isOpen) {
        breaker.set(isOpen ? 1 : 0);
    }

    /** The circuit breaker refused a visitor. */
    public void refusedByBreaker() {
        refused.labelValues("breaker").inc();
    }

    /** A visitor was refused because too many are on their way. */
    public void refusedByBulkhead() {
        refused.labelValues("bulkhead").inc();
    }

    void answered(Step step, int errcode, long began) {
        if (errcode == 0) {
            successes.get(step).inc();
            steps.end(step, began);
            return;
        }
        count(step, KNOWN.contains(errcode) ? Integer.toString(errcode) : OTHER, began);
    }

    void count(Step step, String errcode, long began) {
        answers.labelValues(step.word(), errcode).inc();
        steps.end(step, began);
    }
}
