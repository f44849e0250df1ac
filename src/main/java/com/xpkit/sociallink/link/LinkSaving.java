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
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;

/**
 * Saves a link while others write at the same time: the same visitor in another flow, another callback or node with the
 * same flow, or a merge. The database's keys and versions refuse the later writer, which then tries again and finds what
 * the first one wrote. On a retry it waits for a lock on the profile; otherwise a merge of many profiles could overtake it
 * every time.
 *
 * <p>While the database changes hands, a link waits for it without a thread, up to {@link #PATIENCE}: its code is spent,
 * so the visitor could not simply come back. If a connection broke in the middle of a commit, the next try finds out
 * whether it happened: the row of the flow's outcome is then there, and its key refuses another one.
 */
@ApplicationScoped
public class LinkSaving {

    private static final System.Logger LOG = System.getLogger(LinkSaving.class.getName());
    private static final int TRIES = 5;
    private static final ExchangeResult NOT_SAVED =
            new ExchangeResult.Refused(LinkError.NO_PROFILE, "not saved");

    /** How long a link waits for a database that is out of reach: longer than a planned switchover. */
    static final Duration PATIENCE = Duration.ofSeconds(4);

    static final Duration PAUSE = Duration.ofMillis(250);

    /** How many links may wait for the database. Each keeps a visitor, and tries with one of a few threads. */
    static final int MAX_WAITING = 1_000;

    private final Semaphore places = new Semaphore(MAX_WAITING);

    @Inject LinkWriting writing;

    @Inject LinkOutcomes outcomes;

    @Inject LinkTimer timer;

    @Inject Clock clock;

    @Inject Metrics metrics;

    @Inject ImaginedAccount imagined;

    /**
     * Ends with the visitor's profile, or with the flow's profile if another callback of the flow was first; otherwise
     * with 104. It ends at once unless the database is out of reach.
     */
    CompletionStage<ExchangeResult> save(FlowCode code, LinkedVisitor visitor) {
        var save = new Save(code, visitor, clock.instant().plus(PATIENCE));
        tryOnce(save);
        return save.result;
    }

    private void tryOnce(Save save) {
        try {
            var profile = written(save.code, save.visitor);
            end(save);
            save.result.complete(new ExchangeResult.Linked(profile));
        } catch (RuntimeException failed) {
            if (!ConstraintViolations.isOutOfReach(failed) || !waitForTheDatabase(save)) {
                giveUp(save, failed);
            }
        } catch (Error failed) {
            end(save);
            save.result.completeExceptionally(failed);
        }
    }

    private UUID written(FlowCode code, LinkedVisitor visitor) {
        return Attempts.upTo(
                TRIES,
                attempt -> writing.write(code, visitor, contested(attempt, code, visitor)),
                () -> outcome(code).flatMap(LinkOutcome::linked));
    }

    /**
     * @return false if the link has waited long enough, or too many wait
     */
    private boolean waitForTheDatabase(Save save) {
        var isTooLate = clock.instant().plus(PAUSE).isAfter(save.end);
        if (isTooLate || !save.hasAPlace && !places.tryAcquire()) {
            return false;
        }
        save.hasAPlace = true;
        try {
            timer.in(PAUSE, () -> tryOnce(save));
            return true;
        } catch (RejectedExecutionException stopping) {
            return false;
        }
    }

    private void giveUp(Save save, RuntimeException failed) {
        FailureLog.trace(LOG, System.Logger.Level.WARNING, "A link could not be saved", failed);
        end(save);
        save.result.complete(NOT_SAVED);
    }

    private void end(Save save) {
        if (save.hasAPlace) {
            places.release();
        }
        if (!imagined.is(save.code.flow().account())) {
            metrics.steps().end(Step.SAVING, save.began);
        }
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

    /** The saving of one link. Its tries run one after another, on any thread. */
    private static final class Save {

        private final FlowCode code;
        private final LinkedVisitor visitor;
        private final Instant end;
        private final long began = System.nanoTime();
        private final CompletableFuture<ExchangeResult> result = new CompletableFuture<>();
        private boolean hasAPlace;

        Save(FlowCode code, LinkedVisitor visitor, Instant end) {
            this.code = code;
            this.visitor = visitor;
            this.end = end;
        }
    }
}
