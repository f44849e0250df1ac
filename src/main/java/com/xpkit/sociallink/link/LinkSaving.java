package com.xpkit.sociallink.link;

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
 * Saves a link although others write at the same moment: the same visitor through other flows, the same
 * flow through another callback or node, a merge. The database's keys and versions refuse the later one, which
 * then tries again and finds what the first has made. It queues for that, or a merge of many overtakes it each time.
 */
@ApplicationScoped
public class LinkSaving {

    private static final System.Logger LOG = System.getLogger(LinkSaving.class.getName());
    private static final int TRIES = 5;

    @Inject LinkWriting writing;

    @Inject LinkOutcomes outcomes;

    @Inject Metrics metrics;

    /**
     * @return the visitor's profile, or the flow's, when another callback of it came first
     * @throws LinkRefused 104 when nothing could be saved
     */
    public UUID save(FlowCode code, LinkedVisitor visitor) {
        var began = System.nanoTime();
        try {
            return tryToSave(code, visitor);
        } catch (RuntimeException failed) {
            FailureLog.trace(LOG, System.Logger.Level.WARNING, "A link could not be saved", failed);
            throw new LinkRefused(LinkError.NO_PROFILE, "not saved");
        } finally {
            metrics.steps().end(Step.SAVING, began);
        }
    }

    private UUID tryToSave(FlowCode code, LinkedVisitor visitor) {
        return Attempts.upTo(
                TRIES,
                attempt -> writing.write(code, visitor, contested(attempt, code, visitor)),
                () -> outcome(code).flatMap(LinkOutcome::linked));
    }

    /** Read in a transaction of its own: the one that writes locks the profile before it reads anything. */
    private Optional<UUID> contested(int attempt, FlowCode code, LinkedVisitor visitor) {
        return attempt == 1 ? Optional.empty() : writing.contested(code, visitor);
    }

    /** Remembers that the code is spent without a profile; if it cannot, nothing else fails. */
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

    /** What the flow has come to by now: its profile, or else what refused this very code. */
    public Optional<LinkOutcome> outcome(FlowCode code) {
        return history(code, List.of()).outcome();
    }

    /**
     * What is known of the flow, and of the browser's other flows; nothing while the database is away.
     *
     * @param otherStates of the browser's other flows
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
