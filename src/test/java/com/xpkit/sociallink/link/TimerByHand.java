package com.xpkit.sociallink.link;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;

/** Runs scheduled work when a test says so, on the test's own thread. */
final class TimerByHand extends LinkTimer {

    private final List<Runnable> planned = new ArrayList<>();
    boolean isStopping;

    @Override
    void in(Duration delay, Runnable work) {
        if (isStopping) {
            throw new RejectedExecutionException();
        }
        planned.add(work);
    }

    /** The number of scheduled tasks. */
    int planned() {
        return planned.size();
    }

    /** Runs everything that is scheduled by now. */
    void pass() {
        var due = List.copyOf(planned);
        planned.clear();
        due.forEach(Runnable::run);
    }
}
