package com.xpkit.sociallink.linking;

import com.xpkit.sociallink.flow.Flow;
import com.xpkit.sociallink.metrics.Metrics;
import com.xpkit.sociallink.metrics.Step;
import com.xpkit.sociallink.profile.LinkedVisitor;
import com.xpkit.sociallink.storage.ConstraintViolations;
import com.xpkit.sociallink.wechat.WeChatSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
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
    public UUID save(Flow flow, LinkedVisitor visitor) {
        var began = System.nanoTime();
        try {
            return tryToSave(flow, visitor, Optional.empty(), TRIES);
        } catch (LinkRefused asBefore) {
            throw asBefore;
        } catch (RuntimeException failed) {
            LOG.log(System.Logger.Level.WARNING, "A link could not be saved", failed);
            throw new LinkRefused(LinkError.NO_PROFILE, "not saved");
        } finally {
            metrics.steps().end(Step.SAVING, began);
        }
    }

    private UUID tryToSave(Flow flow, LinkedVisitor visitor, Optional<UUID> contested, int tries) {
        try {
            return writing.write(flow, visitor, contested);
        } catch (RuntimeException refused) {
            if (tries == 1 || !ConstraintViolations.isConflict(refused)) {
                throw refused;
            }
        }
        return outcomes.find(flow.state())
                .map(LinkOutcome::profile)
                .orElseGet(
                        () ->
                                tryToSave(
                                        flow,
                                        visitor,
                                        writing.contested(flow, visitor),
                                        tries - 1));
    }

    /** Remembers that the flow's code is spent without a profile; if it cannot, nothing else fails. */
    public void remember(Flow flow, LinkError error) {
        try {
            writing.writeRefusal(flow, error);
        } catch (RuntimeException known) {
            LOG.log(System.Logger.Level.DEBUG, "The outcome of a flow was not kept", known);
        }
    }

    /** What another callback of the flow has come to by now. */
    public Optional<LinkOutcome> outcome(Flow flow) {
        try {
            return outcomes.find(flow.state());
        } catch (RuntimeException databaseAway) {
            return Optional.empty();
        }
    }

    /**
     * What another callback of the flow comes to, which may still be talking to WeChat; it has until the
     * time-out of that and a moment for its write. No connection is held meanwhile.
     */
    public Optional<LinkOutcome> outcomeSoon(Flow flow) {
        if (!waiting.tryAcquire()) {
            return outcome(flow);
        }
        metrics.links().waiting().enter();
        try {
            var end = System.nanoTime() + wechat.timeout().plusSeconds(1).toNanos();
            var outcome = outcome(flow);
            while (outcome.isEmpty() && System.nanoTime() < end) {
                Thread.sleep(BETWEEN_LOOKS.toMillis());
                outcome = outcome(flow);
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
