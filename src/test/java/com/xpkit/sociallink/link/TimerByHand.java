package com.xpkit.sociallink.link;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;

/** Runs scheduled work when a test says so, on the test's own thread. */
final class TimerByHand extends LinkTimer {

    private final List<Planned> planned = new ArrayList<>();
    boolean isStopping;

    /** Whether all scheduled work is already running when it is cancelled. */
    boolean isUncancellable;

    private record Planned(Runnable work, CompletableFuture<Void> cancellable) {}

    @Override
    Future<?> in(Duration delay, Runnable work) {
        if (isStopping) {
            throw new RejectedExecutionException();
        }
        var cancellable = new CompletableFuture<Void>();
        planned.add(new Planned(work, cancellable));
        return cancellable;
    }

    /** The number of scheduled tasks that are not cancelled. */
    int planned() {
        planned.removeIf(one -> one.cancellable().isDone() && !isUncancellable);
        return planned.size();
    }

    /** Runs everything that is scheduled by now. */
    void pass() {
        planned();
        var due = List.copyOf(planned);
        planned.clear();
        due.forEach(one -> one.work().run());
    }
}
