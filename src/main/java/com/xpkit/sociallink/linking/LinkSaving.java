package com.xpkit.sociallink.linking;

import com.xpkit.sociallink.metrics.Metrics;
import com.xpkit.sociallink.metrics.Step;
import com.xpkit.sociallink.profile.LinkedVisitor;
import com.xpkit.sociallink.storage.ConstraintViolations;
import com.xpkit.sociallink.storage.FailureLog;
import com.xpkit.sociallink.wechat.WeChatSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;

/**
 * Saves a link although others write at the same moment: the same visitor through other flows, the same
 * flow through another callback or node, a merge. The database's keys and versions refuse the later one, which
 * then tries again and finds what the first has made. It queues for that, or a merge of many overtakes it each time.
 */
@ApplicationScoped
public class LinkSaving {

    private static final System.Logger LOG = System.getLogger(LinkSaving.class.getName());
    private static final int TRIES = 5;
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

    /**
     * Waiting for another callback holds a thread: every second visitor may while WeChat is slow, a flood
     * may not. WeChat's line takes 100, and servers have about 200 threads.
     */
    private final Semaphore waiting = new Semaphore(64);

    @Inject LinkWriting writing;

    @Inject LinkOutcomes outcomes;

    @Inject WeChatSettings wechat;

    @Inject Metrics metrics;

    /**
     * @return the visitor's profile, or the flow's, when another callback of it came first
     * @throws LinkRefused 104 when nothing could be saved
     */
    public UUID save(FlowCode code, LinkedVisitor visitor) {
        var began = System.nanoTime();
        try {
            return tryToSave(code, visitor, Optional.empty(), TRIES);
        } catch (RuntimeException failed) {
            FailureLog.trace(LOG, System.Logger.Level.WARNING, "A link could not be saved", failed);
            throw new LinkRefused(LinkError.NO_PROFILE, "not saved");
        } finally {
            metrics.steps().end(Step.SAVING, began);
        }
    }

    private UUID tryToSave(
            FlowCode code, LinkedVisitor visitor, Optional<UUID> contested, int tries) {
        try {
            return writing.write(code, visitor, contested);
        } catch (RuntimeException refused) {
            if (!ConstraintViolations.isConflict(refused)) {
                throw refused;
            }
            var others = outcome(code).flatMap(LinkOutcome::linked);
            if (others.isPresent() || tries == 1) {
                return others.orElseThrow(() -> refused);
            }
        }
        return tryToSave(code, visitor, writing.contested(code, visitor), tries - 1);
    }

    /** Remembers that the code is spent without a profile; if it cannot, nothing else fails. */
    public void remember(FlowCode code, LinkError error) {
        try {
            writing.writeRefusal(code, error);
        } catch (RuntimeException known) {
            FailureLog.trace(
                    LOG, System.Logger.Level.DEBUG, "The refusal of a code was not kept", known);
        }
    }

    /** What the flow has come to by now: its profile, or else what refused this very code. */
    public Optional<LinkOutcome> outcome(FlowCode code) {
        return outcome(code, List.of());
    }

    private Optional<LinkOutcome> outcome(FlowCode code, List<String> otherStates) {
        var states = new ArrayList<>(otherStates);
        states.add(code.flow().state());
        try {
            return outcomes.find(states, code.hash()).stream()
                    .filter(outcome -> outcome.explains(code))
                    .min(LinkOutcome.nearestTo(code.flow()));
        } catch (RuntimeException databaseAway) {
            return Optional.empty();
        }
    }

    /**
     * What the callback comes to that has spent the code, in this flow or in another one of the browser. It may still
     * be talking to WeChat, and has until the time-out of that and a moment for its write. No connection is
     * held meanwhile.
     *
     * @param otherStates of the browser's other flows
     */
    public Optional<LinkOutcome> outcomeSoon(FlowCode code, List<String> otherStates) {
        if (!waiting.tryAcquire()) {
            return outcome(code, otherStates);
        }
        metrics.links().waiting().enter();
        try {
            var end = System.nanoTime() + wechat.timeout().plusSeconds(1).toNanos();
            var outcome = outcome(code, otherStates);
            while (outcome.isEmpty() && System.nanoTime() < end) {
                Thread.sleep(BETWEEN_LOOKS.toMillis());
                outcome = outcome(code, otherStates);
            }
            return outcome;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } finally {
            metrics.links().waiting().leave();
            waiting.release();
        }
    }
}
