package com.xpkit.sociallink.signin.limit;

import com.xpkit.sociallink.signin.limit.RateLimit.RateLimited;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Delays answers without blocking a thread: slowing a caller down must not slow the server down. Only a limited number
 * wait at a time; more are refused at once.
 */
@ApplicationScoped
public class SlowAnswers {

    /** How long the server waits beyond the pause before it gives up the request. */
    private static final Duration GRACE = Duration.ofSeconds(30);

    @Inject FailureSettings settings;

    @Resource ManagedScheduledExecutorService scheduler;

    private Semaphore places;

    /** Writes the body of an answer. Its status and headers are already set. */
    @FunctionalInterface
    public interface Body {
        void write() throws IOException;
    }

    @PostConstruct
    void open() {
        places = new Semaphore(settings.waiting());
    }

    /**
     * @throws RateLimited when too many are already waiting; nothing is written then
     */
    public void write(
            HttpServletRequest request, HttpServletResponse response, Duration pause, Body body)
            throws IOException {
        if (pause.isZero() || !request.isAsyncSupported()) {
            body.write();
        } else if (places.tryAcquire()) {
            later(request.startAsync(request, response), pause, body);
        } else {
            throw new RateLimited(
                    "sociallink.failures.waiting allows "
                            + settings.waiting()
                            + " at a time to wait for the answer to a wrong secret",
                    pause.toSeconds() + 1);
        }
    }

    private void later(AsyncContext waiting, Duration pause, Body body) {
        waiting.setTimeout(pause.plus(GRACE).toMillis());
        try {
            scheduler.schedule(() -> end(waiting, body), pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException stopping) {
            end(waiting, body);
        }
    }

    /** A client that has disconnected gets no answer; servers report that in different ways. */
    private void end(AsyncContext waiting, Body body) {
        try {
            body.write();
            waiting.complete();
        } catch (IOException | IllegalStateException gone) {
            complete(waiting);
        } finally {
            places.release();
        }
    }

    private static void complete(AsyncContext waiting) {
        try {
            waiting.complete();
        } catch (IllegalStateException ended) {
            // by the server
        }
    }
}
