package com.xpkit.sociallink.link;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;

/** Does what is planned when a test says so, on the test's own thread. */
final class TimerByHand extends LinkTimer {

    private final List<Planned> planned = new ArrayList<>();
    boolean isStopping;

    /** Whether all that is planned is being done at the moment when somebody cancels it. */
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

    /** How much is planned and not cancelled. */
    int planned() {
        planned.removeIf(one -> one.cancellable().isDone() && !isUncancellable);
        return planned.size();
    }

    /** Does all that is planned by now. */
    void pass() {
        planned();
        var due = List.copyOf(planned);
        planned.clear();
        due.forEach(one -> one.work().run());
    }
}
