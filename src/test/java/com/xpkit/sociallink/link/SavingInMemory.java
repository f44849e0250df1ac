package com.xpkit.sociallink.link;

import com.xpkit.sociallink.profile.LinkedVisitor;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Saves everybody as one profile, and knows the outcomes that a test gives it. */
final class SavingInMemory extends LinkSaving {

    final UUID profile = UUID.randomUUID();
    final List<LinkError> remembered = new ArrayList<>();
    final List<LinkOutcome> outcomes = new ArrayList<>();
    List<String> otherStates = List.of();

    /** Whether no more visitors can be saved. */
    boolean isFull;

    @Override
    CompletionStage<ExchangeResult> save(FlowCode code, LinkedVisitor visitor) {
        return CompletableFuture.completedFuture(
                isFull
                        ? new ExchangeResult.Refused(LinkError.NO_PROFILE, "not saved")
                        : new ExchangeResult.Linked(profile));
    }

    @Override
    public void remember(FlowCode code, LinkError error) {
        remembered.add(error);
    }

    @Override
    FlowHistory history(FlowCode code, Collection<String> otherStates) {
        this.otherStates = List.copyOf(otherStates);
        return new FlowHistory(code, List.copyOf(outcomes));
    }
}
