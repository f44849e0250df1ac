package com.xpkit.sociallink.link;

import com.xpkit.sociallink.configuration.ImaginedAccount;
import com.xpkit.sociallink.platform.metrics.Metrics;
import com.xpkit.sociallink.platform.metrics.Step;
import com.xpkit.sociallink.platform.storage.Attempts;
import com.xpkit.sociallink.platform.storage.ConstraintViolations;
import com.xpkit.sociallink.platform.storage.FailureLog;
import com.xpkit.sociallink.profile.LinkedVisitor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Saves a link while others write at the same time: the same visitor in another flow, another callback or node with the
 * same flow, or a merge. The database's keys and versions refuse the later writer, which then tries again and finds what
 * the first one wrote. On a retry it waits for a lock on the profile; otherwise a merge of many profiles could overtake it
 * every time.
 */
@ApplicationScoped
public class LinkSaving {

    private static final System.Logger LOG = System.getLogger(LinkSaving.class.getName());
    private static final int TRIES = 5;

    @Inject LinkWriting writing;

    @Inject LinkOutcomes outcomes;

    @Inject Metrics metrics;

    @Inject ImaginedAccount imagined;

    /**
     * @return the visitor's profile, or the flow's profile if another callback of the flow was first
     * @throws LinkNotSaved with error 104 if nothing could be saved
     */
    public UUID save(FlowCode code, LinkedVisitor visitor) {
        var began = System.nanoTime();
        try {
            return tryToSave(code, visitor);
        } catch (RuntimeException failed) {
            FailureLog.trace(LOG, System.Logger.Level.WARNING, "A link could not be saved", failed);
            throw new LinkNotSaved(LinkError.NO_PROFILE, "not saved");
        } finally {
            if (!imagined.is(code.flow().account())) {
                metrics.steps().end(Step.SAVING, began);
            }
        }
    }

    private UUID tryToSave(FlowCode code, LinkedVisitor visitor) {
        return Attempts.upTo(
                TRIES,
                attempt -> writing.write(code, visitor, contested(attempt, code, visitor)),
                () -> outcome(code).flatMap(LinkOutcome::linked));
    }

    /** Reads in a separate transaction, because the one that writes locks the profile before it reads anything. */
    private Optional<UUID> contested(int attempt, FlowCode code, LinkedVisitor visitor) {
        return attempt == 1 ? Optional.empty() : writing.contested(code, visitor);
    }

    /** Stores that the code is spent without a profile. A failure is only logged. */
    public void remember(FlowCode code, LinkError error) {
        try {
            tryToRemember(code, error);
        } catch (RuntimeException databaseAway) {
            FailureLog.trace(
                    LOG,
                    System.Logger.Level.DEBUG,
                    "The refusal of a code was not kept",
                    databaseAway);
        }
    }

    private void tryToRemember(FlowCode code, LinkError error) {
        try {
            writing.writeRefusal(code, error);
        } catch (RuntimeException known) {
            if (!ConstraintViolations.isConflict(known)) {
                throw known;
            }
            writing.changeToRefusal(code, error);
        }
    }

    /** The flow's outcome so far: its profile; otherwise the refusal of this code. */
    public Optional<LinkOutcome> outcome(FlowCode code) {
        return history(code, List.of()).outcome();
    }

    /**
     * What is known about the flow and the browser's other flows. Nothing is known while the database is out of reach.
     *
     * @param otherStates states of the browser's other flows
     */
    FlowHistory history(FlowCode code, Collection<String> otherStates) {
        var states = new ArrayList<>(otherStates);
        states.add(code.flow().state());
        try {
            return new FlowHistory(code, outcomes.find(states));
        } catch (RuntimeException databaseAway) {
            return FlowHistory.unknown(code);
        }
    }
}
