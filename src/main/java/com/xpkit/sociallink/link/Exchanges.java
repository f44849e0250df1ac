package com.xpkit.sociallink.link;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.xpkit.sociallink.link.flow.Flow;
import com.xpkit.sociallink.link.flow.FlowSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;

/** The exchanges of this node, and how often each of its recent flows has made WeChat be asked. */
@ApplicationScoped
public class Exchanges {

    /**
     * So often WeChat is asked for one flow. A visitor needs two: the code of a snapshot page and their own;
     * the others are for double callbacks with a second code, and for reloads while WeChat is away.
     */
    static final int MOST_OF_A_FLOW = 5;

    /** Some 10 MB. A flow that is forgotten costs WeChat a few calls more, no visitor anything. */
    private static final int MOST_FLOWS = 50_000;

    private final ConcurrentMap<Key, Exchange> current = new ConcurrentHashMap<>();
    private final Cache<String, AtomicInteger> asked;

    private record Key(String state, String codeHash) {

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
                        .maximumSize(MOST_FLOWS)
                        .build();
    }

    /**
     * Takes the code for this exchange.
     *
     * @return the exchange that has it already
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

    /** Counts one more question to WeChat, if the flow has one left on this node. */
    boolean mayAsk(Flow flow) {
        return asked.get(flow.state(), state -> new AtomicInteger()).incrementAndGet()
                <= MOST_OF_A_FLOW;
    }

    /** Whether a callback of this node is exchanging a code and may lead to an outcome of this one yet. */
    boolean promiseAnOutcome(FlowCode code, Collection<String> otherStates) {
        return current.values().stream().anyMatch(one -> one.promises(code, otherStates));
    }
}
