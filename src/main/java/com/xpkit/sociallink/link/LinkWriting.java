package com.xpkit.sociallink.link;

import com.xpkit.sociallink.configuration.ImaginedAccount;
import com.xpkit.sociallink.profile.LinkedVisitor;
import com.xpkit.sociallink.profile.ProfileLinking;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Everything that a callback writes. A link is one transaction: the profile and the flow's outcome are written together or
 * not at all.
 */
@ApplicationScoped
public class LinkWriting {

    @Inject ProfileLinking profiles;

    @Inject LinkOutcomes outcomes;

    @Inject ImaginedAccount imagined;

    @Resource TransactionSynchronizationRegistry transaction;

    /**
     * @param contested a profile that others are writing to; it is locked first, to wait for them instead of conflicting again
     */
    @Transactional
    public UUID write(FlowCode code, LinkedVisitor visitor, Optional<UUID> contested) {
        contested.ifPresent(profiles::lock);
        var profile = profiles.link(code.flow().account(), visitor);
        outcomes.add(profile.newRows(), LinkOutcome.linked(code, profile.id()));
        takeBackIfImagined(code);
        return profile.id();
    }

    /** The profile that others wrote to when this visitor's link could not be written. */
    @Transactional
    public Optional<UUID> contested(FlowCode code, LinkedVisitor visitor) {
        return profiles.find(code.flow().account(), visitor);
    }

    /** The row has its own key, so it never blocks a profile that another code leads to. */
    @Transactional
    public void writeRefusal(FlowCode code, LinkError error) {
        outcomes.add(LinkOutcome.refused(code, error));
        takeBackIfImagined(code);
    }

    /**
     * For a code that already has a row. This is not in one transaction with the insert: on MariaDB an update that finds
     * nothing locks a gap, and two transactions that then insert into it are a deadlock.
     */
    @Transactional
    public void changeToRefusal(FlowCode code, LinkError error) {
        outcomes.setError(code, error);
    }

    /**
     * Stores for all nodes that the code is being exchanged.
     *
     * @param until when it is over at the latest, even if this node dies
     */
    @Transactional
    public void writeExchange(FlowCode code, Instant until) {
        outcomes.add(LinkOutcome.exchanging(code, until));
        takeBackIfImagined(code);
    }

    /** The same for several codes, all or none of them; those of imagined visitors are left out. */
    @Transactional
    public void writeExchanges(List<FlowCode> codes, Instant until) {
        outcomes.addAll(
                codes.stream()
                        .filter(code -> !isImagined(code))
                        .map(code -> LinkOutcome.exchanging(code, until))
                        .toList());
    }

    /**
     * For a code that already has a row.
     *
     * @return true unless another callback is exchanging it
     */
    @Transactional
    public boolean renewExchange(FlowCode code, Instant now, Instant until) {
        return outcomes.setExchanging(code, now, until);
    }

    /** The exchange ended without an outcome, so no callback needs to wait for one. */
    @Transactional
    public void endExchange(FlowCode code) {
        outcomes.endExchange(code);
    }

    /** All statements have run, which is what a warm-up is for. */
    private void takeBackIfImagined(FlowCode code) {
        if (isImagined(code)) {
            transaction.setRollbackOnly();
        }
    }

    private boolean isImagined(FlowCode code) {
        return imagined.is(code.flow().account());
    }
}
