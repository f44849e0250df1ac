package com.xpkit.sociallink.link;

import com.xpkit.sociallink.platform.metrics.Metrics;
import com.xpkit.sociallink.wechat.WeChatSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;

/**
 * Callbacks wait here for another callback that has the same code or belongs to the same flow, and is still talking to
 * WeChat. A waiting callback uses neither a thread nor a connection.
 */
@ApplicationScoped
public class OutcomeWaiting {

    /** How many may wait. Each costs memory, and a statement for each look, so a flood must be limited. */
    static final int MAX_WAITING = 64;

    /** Time for another node to announce that it exchanges the code: {@link ExchangeNotices#PATIENCE} and its write. */
    static final Duration GRACE = Duration.ofSeconds(2);

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

    private final Semaphore places = new Semaphore(MAX_WAITING);

    @Inject LinkSaving saving;

    @Inject Exchanges exchanges;

    @Inject LinkTimer timer;

    @Inject WeChatSettings wechat;

    @Inject Metrics metrics;

    @Inject Clock clock;

    /** The longest time that an exchange can take: WeChat's time-out, and a moment for the write. */
    static Duration maxWait(WeChatSettings wechat) {
        return wechat.timeout().plusSeconds(1);
    }

    /**
     * The outcome that explains a code that WeChat refused, from its flow or another flow of the browser. Empty if no
     * callback is exchanging the code.
     *
     * @param otherStates states of the browser's other flows
     * @param grace how long another node may take to announce that it exchanges the code
     */
    CompletionStage<Optional<LinkOutcome>> explanation(
            FlowCode code, Collection<String> otherStates, Duration grace) {
        var now = clock.instant();
        var wait = new Wait(code, otherStates, now.plus(grace), now.plus(maxWait(wechat)));
        if (isOver(wait) || !enter()) {
            return CompletableFuture.completedFuture(wait.explanation);
        }
        plan(wait);
        return wait.result.whenComplete((outcome, failure) -> leave());
    }

    private void plan(Wait wait) {
        try {
            timer.in(BETWEEN_LOOKS, () -> look(wait));
        } catch (RejectedExecutionException stopping) {
            wait.result.complete(wait.explanation);
        }
    }

    private void look(Wait wait) {
        try {
            if (isOver(wait)) {
                wait.result.complete(wait.explanation);
            } else {
                plan(wait);
            }
        } catch (RuntimeException | Error failure) {
            wait.result.completeExceptionally(failure);
        }
    }

    /** Asks this node first, then the database: an exchange that ends in between has then written its outcome. */
    private boolean isOver(Wait wait) {
        var now = clock.instant();
        var isPromisedHere = exchanges.promiseAnOutcome(wait.code, wait.otherStates);
        var history = saving.history(wait.code, wait.otherStates);
        wait.explanation = history.explanation();
        var isWorthIt =
                now.isBefore(wait.endOfGrace) || isPromisedHere || history.promisesAnOutcome(now);
        return wait.explanation.isPresent() || !isWorthIt || !now.isBefore(wait.end);
    }

    /** The same result, for a callback whose code this node is exchanging. Empty if too many callbacks wait. */
    <T> Optional<CompletionStage<T>> follow(CompletionStage<T> result) {
        return enter()
                ? Optional.of(result.whenComplete((value, failure) -> leave()))
                : Optional.empty();
    }

    private boolean enter() {
        var isFree = places.tryAcquire();
        if (isFree) {
            metrics.links().waiting().enter();
        }
        return isFree;
    }

    private void leave() {
        metrics.links().waiting().leave();
        places.release();
    }

    /** The wait of one callback. */
    private static final class Wait {

        private final FlowCode code;
        private final Collection<String> otherStates;
        private final Instant endOfGrace;
        private final Instant end;
        private final CompletableFuture<Optional<LinkOutcome>> result = new CompletableFuture<>();

        /** As of the last look. Looks run one after another, on any thread. */
        private volatile Optional<LinkOutcome> explanation = Optional.empty();

        Wait(FlowCode code, Collection<String> otherStates, Instant endOfGrace, Instant end) {
            this.code = code;
            this.otherStates = otherStates;
            this.endOfGrace = endOfGrace;
            this.end = end;
        }
    }
}
