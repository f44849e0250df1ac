package com.xpkit.sociallink.platform.metrics;

import io.prometheus.metrics.core.datapoints.CounterDataPoint;
import io.prometheus.metrics.core.metrics.Counter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The outcomes of links, by account. */
public final class LinkMetrics {

    /** Only existing accounts get a label, and only this many: each adds a dozen series. */
    static final int MAX_ACCOUNTS = 500;

    static final String UNKNOWN = "unknown";
    static final String OTHER = "other";
    static final String LINKED = "linked";

    /** Success, and the error codes as they appear in a link's log line. */
    static final List<String> OUTCOMES =
            List.of(LINKED, "0", "100", "101", "102", "103", "104", "105", "106");

    private final Counter links;
    private final Counter flows;
    private final InFlight waiting;
    private final Map<UUID, OfAccount> accounts = new ConcurrentHashMap<>();
    private final OfAccount unknown;
    private final OfAccount other;

    LinkMetrics(Registry registry) {
        links =
                registry.counter(
                        "sociallink_links_total",
                        "Links by outcome: linked, or the error code.",
                        "account",
                        "outcome");
        flows =
                registry.counter(
                        "sociallink_flows_total",
                        "Visitors sent to WeChat: first, or again because their cookie was gone or their code used.",
                        "account",
                        "sent");
        waiting =
                registry.inFlight(
                        "sociallink_callbacks_waiting",
                        "Callbacks that wait for another callback of the same flow.");
        unknown = counting(UNKNOWN);
        other = counting(OTHER);
    }

    public void linked(UUID account) {
        of(account).links().get(LINKED).inc();
    }

    /**
     * @param account empty when the link named no existing account
     * @param errorCode as in {@link #OUTCOMES}
     */
    public void refused(Optional<UUID> account, int errorCode) {
        account.map(this::of).orElse(unknown).links().get(Integer.toString(errorCode)).inc();
    }

    public void sent(UUID account) {
        of(account).first().inc();
    }

    public void sentAgain(UUID account) {
        of(account).again().inc();
    }

    public InFlight waiting() {
        return waiting;
    }

    private OfAccount of(UUID account) {
        var known = accounts.get(account);
        if (known != null) {
            return known;
        }
        return accounts.size() < MAX_ACCOUNTS
                ? accounts.computeIfAbsent(account, id -> counting(id.toString()))
                : other;
    }

    /** All outcomes start at zero: the rate of a counter that first appears with an error would be nothing. */
    private OfAccount counting(String label) {
        return new OfAccount(
                OUTCOMES.stream()
                        .collect(
                                Collectors.toUnmodifiableMap(
                                        Function.identity(), o -> links.labelValues(label, o))),
                flows.labelValues(label, "first"),
                flows.labelValues(label, "again"));
    }

    private record OfAccount(
            Map<String, CounterDataPoint> links, CounterDataPoint first, CounterDataPoint again) {}
}
