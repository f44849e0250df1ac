package com.xpkit.sociallink.link;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Has already waited for the outcomes that a test gives it. */
final class WaitingInMemory extends OutcomeWaiting {

    final List<LinkOutcome> outcomesSoon = new ArrayList<>();
    final List<Duration> graces = new ArrayList<>();
    List<String> otherStates = List.of();
    boolean isFull;

    @Override
    CompletionStage<Optional<LinkOutcome>> explanation(
            FlowCode code, Collection<String> otherStates, Duration grace) {
        this.otherStates = List.copyOf(otherStates);
        graces.add(grace);
        return CompletableFuture.completedFuture(new FlowHistory(code, outcomesSoon).explanation());
    }

    @Override
    <T> Optional<CompletionStage<T>> follow(CompletionStage<T> result) {
        return isFull ? Optional.empty() : Optional.of(result);
    }
}
