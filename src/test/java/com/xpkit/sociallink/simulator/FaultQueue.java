package com.xpkit.sociallink.simulator;

import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;

/**
 * The faults that wait for the next answers of one call, one for each answer, in the order in which they were added.
 */
public final class FaultQueue {

    private final Queue<Fault> waiting = new ArrayDeque<>();
    private Optional<Fault> standing = Optional.empty();

    public FaultQueue next(Fault fault) {
        return next(1, fault);
    }

    public synchronized FaultQueue next(int answers, Fault fault) {
        for (int i = 0; i < answers; i++) {
            waiting.add(fault);
        }
        return this;
    }

    /** A fault for every answer without a waiting fault, until {@link #clear()}. */
    public synchronized FaultQueue always(Fault fault) {
        standing = Optional.of(fault);
        return this;
    }

    public synchronized void clear() {
        waiting.clear();
        standing = Optional.empty();
    }

    synchronized Optional<Fault> take() {
        return Optional.ofNullable(waiting.poll()).or(() -> standing);
    }
}
