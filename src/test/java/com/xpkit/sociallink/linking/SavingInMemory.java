package com.xpkit.sociallink.linking;

import com.xpkit.sociallink.profile.LinkedVisitor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Saves everybody as one profile, and knows the outcomes that a test gives it. */
final class SavingInMemory extends LinkSaving {

    final UUID profile = UUID.randomUUID();
    final List<LinkError> remembered = new ArrayList<>();
    final List<LinkOutcome> outcomes = new ArrayList<>();
    final List<LinkOutcome> outcomesSoon = new ArrayList<>();
    List<String> otherStates = List.of();

    @Override
    public UUID save(FlowCode code, LinkedVisitor visitor) {
        return profile;
    }

    @Override
    public void remember(FlowCode code, LinkError error) {
        remembered.add(error);
    }

    @Override
    public Optional<LinkOutcome> outcome(FlowCode code) {
        return outcomes.stream().findFirst();
    }

    @Override
    public Optional<LinkOutcome> outcomeSoon(FlowCode code, List<String> otherStates) {
        this.otherStates = otherStates;
        return outcomesSoon.stream().findFirst();
    }
}
