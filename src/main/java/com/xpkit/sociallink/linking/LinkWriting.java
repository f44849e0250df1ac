package com.xpkit.sociallink.linking;

import com.xpkit.sociallink.flow.Flow;
import com.xpkit.sociallink.flow.FlowSettings;
import com.xpkit.sociallink.profile.LinkedVisitor;
import com.xpkit.sociallink.profile.ProfileLinking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;

/** The only transaction of a link: the profile and the flow's outcome are written together or not. */
@ApplicationScoped
public class LinkWriting {

    @Inject ProfileLinking profiles;

    @Inject LinkOutcomes outcomes;

    @Inject FlowSettings settings;

    /**
     * @param contested a profile that others keep writing to: whoever has locked it is not overtaken
     */
    @Transactional
    public UUID write(Flow flow, LinkedVisitor visitor, Optional<UUID> contested) {
        contested.ifPresent(profiles::lock);
        var profile = profiles.link(flow.account(), visitor);
        outcomes.add(
                new LinkOutcome(flow.state(), profile, flow.began().plus(settings.lifetime())));
        return profile;
    }

    /** Which profile others have written to when this visitor's link could not. */
    @Transactional
    public Optional<UUID> contested(Flow flow, LinkedVisitor visitor) {
        return profiles.find(flow.account(), visitor);
    }

    @Transactional
    public void writeRefusal(Flow flow, LinkError error) {
        outcomes.add(new LinkOutcome(flow.state(), error, flow.began().plus(settings.lifetime())));
    }
}
