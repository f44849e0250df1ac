package com.xpkit.sociallink.wechat;

import com.xpkit.sociallink.platform.metrics.WeChatMetrics;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/**
 * The way of many visitors through WeChat: each has a place and a time limit, and no thread only waits. A place becomes
 * free when the visitor's profile was written or could not be, so visitors do not pile up before a slow database either.
 * Those who wait for a database that is out of reach have given their place back.
 */
final class WeChatLine {

    /** How long a visitor waits for a place. */
    static final Duration PATIENCE = Duration.ofMillis(500);

    private final CircuitBreaker breaker;
    private final VisitorPlaces places;
    private final ExchangeThreads threads;
    private final ScheduledExecutorService timer;
    private final WeChatMetrics metrics;

    WeChatLine(
            CircuitBreaker breaker,
            VisitorPlaces places,
            ExchangeThreads threads,
            ScheduledExecutorService timer,
            WeChatMetrics metrics) {
        this.breaker = breaker;
        this.places = places;
        this.threads = threads;
        this.timer = timer;
        this.metrics = metrics;
    }

    /**
     * Begins an exchange. The stage fails only with a {@link WeChatFailure}. It ends on a thread that may use the
     * database: one of {@link ExchangeThreads}, or the caller's if it ends at once.
     *
     * @param question asks WeChat through the exchange
     */
    CompletionStage<Visitor> visit(CodeExchange exchange, Supplier<Visitor> question) {
        var turn = breaker.turn();
        if (turn.isEmpty()) {
            metrics.refusedByBreaker();
            return CompletableFuture.failedFuture(
                    new WeChatUnreachable("the circuit breaker is open"));
        }
        var visit = new Visit(turn.get(), exchange, question);
        visit.enter();
        return visit.visitor;
    }

    /** The exchange of one visitor. It runs when there is a place, and ends once. */
    private final class Visit implements Runnable {

        private final CircuitBreaker.Turn turn;
        private final CodeExchange exchange;
        private final Supplier<Visitor> question;
        private final CompletableFuture<Visitor> visitor = new CompletableFuture<>();
        private final AtomicBoolean hasEnded = new AtomicBoolean();
        private Future<?> limit;

        Visit(CircuitBreaker.Turn turn, CodeExchange exchange, Supplier<Visitor> question) {
            this.turn = turn;
            this.exchange = exchange;
            this.question = question;
        }

        void enter() {
            switch (places.enter(this)) {
                case ADMITTED -> run();
                case WAITING -> waitForAPlace();
                case FULL -> refuse();
            }
        }

        private void waitForAPlace() {
            try {
                // if there is a place before, this finds nobody waiting
                timer.schedule(this::giveUp, PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            } catch (RejectedExecutionException stopping) {
                giveUp();
            }
        }

        private void giveUp() {
            if (places.giveUp(this)) {
                answer(threads::answer, this::refuse);
            }
        }

        private void refuse() {
            metrics.refusedByBulkhead();
            breaker.giveBack(turn);
            visitor.completeExceptionally(new WeChatUnreachable("too many visitors at once"));
        }

        @Override
        public void run() {
            metrics.exchanges().enter();
            try {
                var rest = exchange.nanosLeft();
                limit = timer.schedule(this::endLate, rest, TimeUnit.NANOSECONDS);
                threads.exchange(this::ask);
            } catch (RejectedExecutionException stopping) {
                end(null, new WeChatUnreachable("stopping"), threads::answer);
            }
        }

        private void endLate() {
            var late = exchange.tooLate();
            end(null, late, threads::answer);
        }

        private void ask(Executor answering) {
            Visitor found = null;
            WeChatFailure failure = null;
            try {
                found = question.get();
            } catch (WeChatFailure reported) {
                failure = reported;
            } catch (RuntimeException | Error unexpected) {
                failure = exchange.failed(unexpected);
            }
            limit.cancel(false);
            end(found, failure, answering);
        }

        /**
         * @param found null if it failed
         * @param failure null if it succeeded
         */
        private void end(Visitor found, WeChatFailure failure, Executor answering) {
            if (hasEnded.compareAndSet(false, true)) {
                breaker.ended(turn, failure instanceof WeChatUnreachable);
                metrics.exchanges().leave();
                answer(answering, () -> complete(found, failure));
            }
        }

        private void complete(Visitor found, WeChatFailure failure) {
            try {
                if (failure == null) {
                    visitor.complete(found);
                } else {
                    visitor.completeExceptionally(failure);
                }
            } finally {
                places.leave();
            }
        }

        private void answer(Executor answering, Runnable work) {
            try {
                answering.execute(work);
            } catch (RejectedExecutionException stopping) {
                // better on this thread than never
                work.run();
            }
        }
    }
}
