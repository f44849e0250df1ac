package com.xpkit.sociallink.simulator;

import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;

/** The faults waiting for one call's next answers, each for one answer, in the order they were put in. */
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

    /** Every answer that no waiting fault takes, until {@link #clear()}. */
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
