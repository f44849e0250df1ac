package com.xpkit.sociallink.link;

import java.util.Collection;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;

/** A callback on this node that exchanges its code for a profile. */
final class Exchange {

    private final FlowCode code;
    private final CompletableFuture<ExchangeResult> result = new CompletableFuture<>();
    private volatile boolean isOver;

    Exchange(FlowCode code) {
        this.code = code;
    }

    FlowCode code() {
        return code;
    }

    /** Whether another callback may wait for this exchange: one of the same flow, or one with the same code in another flow. */
    boolean promises(FlowCode other, Collection<String> otherStates) {
        var state = code.flow().state();
        return !isOver
                && (state.equals(other.flow().state())
                        || otherStates.contains(state) && code.hash().equals(other.hash()));
    }

    /** WeChat has answered and the result is written. From now on no callback with another code waits for this exchange. */
    void leaveWeChat() {
        isOver = true;
    }

    boolean isOver() {
        return isOver;
    }

    /** The callback's result. It may come after this callback has waited for another one. */
    CompletionStage<ExchangeResult> result() {
        return result;
    }

    /**
     * @param value null if it failed
     * @param failure null if it succeeded
     */
    void end(ExchangeResult value, Throwable failure) {
        isOver = true;
        if (failure == null) {
            result.complete(value);
        } else {
            result.completeExceptionally(causeOf(failure));
        }
    }

    /** What a stage failed with, without the exception that stages wrap around it. */
    static Throwable causeOf(Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() != null
                ? failure.getCause()
                : failure;
    }
}
