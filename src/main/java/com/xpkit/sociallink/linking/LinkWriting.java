package com.xpkit.sociallink.linking;

import com.xpkit.sociallink.flow.Flow;
import com.xpkit.sociallink.flow.FlowSettings;
import com.xpkit.sociallink.profile.LinkedVisitor;
import com.xpkit.sociallink.profile.ProfileLinking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** The only transaction of a link: the profile and the flow's outcome are written together or not. */
@ApplicationScoped
public class LinkWriting {

    @Inject ProfileLinking profiles;

    @Inject LinkOutcomes outcomes;

    @Inject FlowSettings settings;

    @Transactional
    public UUID write(Flow flow, LinkedVisitor visitor) {
        var profile = profiles.link(flow.account(), visitor);
        outcomes.add(
                new LinkOutcome(flow.state(), profile, flow.began().plus(settings.lifetime())));
        return profile;
    }

    @Transactional
    public void writeRefusal(Flow flow, LinkError error) {
        outcomes.add(new LinkOutcome(flow.state(), error, flow.began().plus(settings.lifetime())));
    }
}
