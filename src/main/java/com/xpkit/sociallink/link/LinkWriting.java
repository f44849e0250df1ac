package com.xpkit.sociallink.link;

import com.xpkit.sociallink.link.flow.FlowSettings;
import com.xpkit.sociallink.profile.LinkedVisitor;
import com.xpkit.sociallink.profile.ProfileLinking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * What a callback writes. A link is one transaction: the profile and the flow's outcome are written together
 * or not.
 */
@ApplicationScoped
public class LinkWriting {

    @Inject ProfileLinking profiles;

    @Inject LinkOutcomes outcomes;

    @Inject FlowSettings settings;

    /**
     * @param contested a profile that others keep writing to: whoever has locked it is not overtaken
     */
    @Transactional
    public UUID write(FlowCode code, LinkedVisitor visitor, Optional<UUID> contested) {
        contested.ifPresent(profiles::lock);
        var profile = profiles.link(code.flow().account(), visitor);
        outcomes.add(LinkOutcome.linked(code, profile, end(code)));
        return profile;
    }

    /** Which profile others have written to when this visitor's link could not. */
    @Transactional
    public Optional<UUID> contested(FlowCode code, LinkedVisitor visitor) {
        return profiles.find(code.flow().account(), visitor);
    }

    /** Has a key of its own, so it is never in the way of a profile that another code leads to. */
    @Transactional
    public void writeRefusal(FlowCode code, LinkError error) {
        outcomes.add(LinkOutcome.refused(code, error, end(code)));
    }

    /**
     * For a code that has a row already. Not in one transaction with the insert: an update that finds nothing
     * locks a gap on MariaDB, where two that insert afterwards are a deadlock.
     */
    @Transactional
    public void changeToRefusal(FlowCode code, LinkError error) {
        outcomes.setError(code, error);
    }

    /**
     * Tells every node that the code is being exchanged.
     *
     * @param until when it is over, whatever becomes of this node
     */
    @Transactional
    public void writeExchange(FlowCode code, Instant until) {
        outcomes.add(LinkOutcome.exchanging(code, until, end(code)));
    }

    /**
     * For a code that has a row already.
     *
     * @return whether no other callback is exchanging it
     */
    @Transactional
    public boolean renewExchange(FlowCode code, Instant now, Instant until) {
        return outcomes.setExchanging(code, now, until);
    }

    /** What became of the code is not known, but nobody needs to wait for it. */
    @Transactional
    public void endExchange(FlowCode code) {
        outcomes.endExchange(code);
    }

    private Instant end(FlowCode code) {
        return code.flow().began().plus(settings.lifetime());
    }
}
