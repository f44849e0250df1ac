package com.xpkit.sociallink.link;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.xpkit.sociallink.link.flow.Flow;
import com.xpkit.sociallink.link.flow.FlowSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;

/** The exchanges of this node, and how often WeChat was asked for each of its recent flows. */
@ApplicationScoped
public class Exchanges {

    /**
     * How often WeChat is asked for one flow. A visitor needs two questions: one for the code of a snapshot page and one for
     * their own. The others are for double callbacks with a second code, and for reloads while WeChat is out of reach.
     */
    static final int MAX_QUESTIONS = 5;

    /** About 10 MB. A forgotten flow costs a few more calls to WeChat, and its visitor nothing. */
    private static final int MAX_FLOWS = 50_000;

    private final ConcurrentMap<Key, Exchange> current = new ConcurrentHashMap<>();
    private final Cache<String, AtomicInteger> asked;

    private record Key(String state, UUID codeHash) {

        static Key of(FlowCode code) {
            return new Key(code.flow().state(), code.hash());
        }
    }

    protected Exchanges() {
        asked = null;
    }

    @Inject
    public Exchanges(FlowSettings settings) {
        asked =
                Caffeine.newBuilder()
                        .expireAfterWrite(settings.lifetime())
                        .maximumSize(MAX_FLOWS)
                        .build();
    }

    /**
     * Claims the code for this exchange.
     *
     * @return the exchange that already has it
     */
    Optional<Exchange> begin(Exchange exchange) {
        return Optional.ofNullable(current.putIfAbsent(Key.of(exchange.code()), exchange));
    }

    void end(Exchange exchange) {
        current.remove(Key.of(exchange.code()), exchange);
    }

    /** Whether WeChat was asked for the flow on this node. */
    boolean know(Flow flow) {
        return asked.getIfPresent(flow.state()) != null;
    }

    /** Counts a question to WeChat. Returns whether the flow had one left on this node. */
    boolean mayAsk(Flow flow) {
        return asked.get(flow.state(), state -> new AtomicInteger()).incrementAndGet()
                <= MAX_QUESTIONS;
    }

    /** Whether a callback on this node is exchanging a code and may still lead to an outcome for this code. */
    boolean promiseAnOutcome(FlowCode code, Collection<String> otherStates) {
        return current.values().stream().anyMatch(one -> one.promises(code, otherStates));
    }
}
