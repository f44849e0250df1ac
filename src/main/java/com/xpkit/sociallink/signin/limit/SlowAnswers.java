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
 * Holds answers back without a thread that waits: who is slowed down must not slow the server down. Only so many wait
 * at a time; the next ones are refused at once.
 */
@ApplicationScoped
public class SlowAnswers {

    /** What the server waits beyond the pause until it gives up the request. */
    private static final Duration GRACE = Duration.ofSeconds(30);

    @Inject FailureSettings settings;

    @Resource ManagedScheduledExecutorService scheduler;

    private Semaphore places;

    /** Writes the body of an answer whose status and headers are set. */
    @FunctionalInterface
    public interface Body {
        void write() throws IOException;
    }

    @PostConstruct
    void open() {
        places = new Semaphore(settings.waiting());
    }

    /**
     * @throws RateLimited when too many wait already; nothing is written then
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

    /** Who has gone meanwhile is told nothing; servers say so each in their own way. */
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
