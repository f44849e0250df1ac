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
 * Callbacks wait here for another one that has their code or belongs to their flow, and is still talking to
 * WeChat. They hold neither a thread nor a connection meanwhile, whatever pool the server has.
 */
@ApplicationScoped
public class OutcomeWaiting {

    /** Each costs memory, and a statement for each look. A flood must not cost more. */
    static final int MOST = 64;

    /** Until another node has told that it exchanges the code: {@link ExchangeNotices#PATIENCE} and its write. */
    static final Duration GRACE = Duration.ofSeconds(1);

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

    private final Semaphore places = new Semaphore(MOST);

    @Inject LinkSaving saving;

    @Inject Exchanges exchanges;

    @Inject LinkTimer timer;

    @Inject WeChatSettings wechat;

    @Inject Metrics metrics;

    @Inject Clock clock;

    /** No exchange takes longer: WeChat's time-out, and a moment for the write. */
    static Duration longest(WeChatSettings wechat) {
        return wechat.timeout().plusSeconds(1);
    }

    /**
     * What explains a code that WeChat refused, in its flow or in another one of the browser; empty when
     * nobody is exchanging it.
     *
     * @param otherStates of the browser's other flows
     * @param grace how long another node may take to tell that it exchanges the code
     */
    CompletionStage<Optional<LinkOutcome>> explanation(
            FlowCode code, Collection<String> otherStates, Duration grace) {
        var now = clock.instant();
        var wait = new Wait(code, otherStates, now.plus(grace), now.plus(longest(wechat)));
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

    /** Asks this node before the database: an exchange that ends in between has written its outcome. */
    private boolean isOver(Wait wait) {
        var now = clock.instant();
        var isPromisedHere = exchanges.promiseAnOutcome(wait.code, wait.otherStates);
        var history = saving.history(wait.code, wait.otherStates);
        wait.explanation = history.explanation();
        var isWorthIt =
                now.isBefore(wait.endOfGrace) || isPromisedHere || history.promisesAnOutcome(now);
        return wait.explanation.isPresent() || !isWorthIt || !now.isBefore(wait.end);
    }

    /** The same result for a callback whose code this node is exchanging; empty when too many wait. */
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

    /** One callback's. */
    private static final class Wait {

        private final FlowCode code;
        private final Collection<String> otherStates;
        private final Instant endOfGrace;
        private final Instant end;
        private final CompletableFuture<Optional<LinkOutcome>> result = new CompletableFuture<>();

        /** As of the last look; looks follow each other, on whatever threads. */
        private volatile Optional<LinkOutcome> explanation = Optional.empty();

        Wait(FlowCode code, Collection<String> otherStates, Instant endOfGrace, Instant end) {
            this.code = code;
            this.otherStates = otherStates;
            this.endOfGrace = endOfGrace;
            this.end = end;
        }
    }
}
