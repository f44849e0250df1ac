package com.xpkit.sociallink.link;

import java.util.Collection;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;

/** A callback of this node that turns its code into a profile. */
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

    /** Whether a callback of this node may wait for it: of the same flow, or with the same code in another one. */
    boolean promises(FlowCode other, Collection<String> otherStates) {
        var state = code.flow().state();
        return !isOver
                && (state.equals(other.flow().state())
                        || otherStates.contains(state) && code.hash().equals(other.hash()));
    }

    /** WeChat has answered, and what came of it is written; from now on no other code waits for it. */
    void leaveWeChat() {
        isOver = true;
    }

    boolean isOver() {
        return isOver;
    }

    /** What the callback comes to, which may be after it waited for another one. */
    CompletionStage<ExchangeResult> result() {
        return result;
    }

    /**
     * @param value null when it failed
     * @param failure null unless it failed
     */
    void end(ExchangeResult value, Throwable failure) {
        isOver = true;
        if (failure == null) {
            result.complete(value);
        } else {
            result.completeExceptionally(causeOf(failure));
        }
    }

    /** What a stage failed with, without what the stages put around it. */
    static Throwable causeOf(Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() != null
                ? failure.getCause()
                : failure;
    }
}
