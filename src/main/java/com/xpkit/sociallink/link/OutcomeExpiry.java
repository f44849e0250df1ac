package com.xpkit.sociallink.link;

import com.xpkit.sociallink.link.flow.FlowSettings;
import com.xpkit.sociallink.platform.upkeep.Chore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;

/** Deletes the outcomes of lapsed flows. */
@ApplicationScoped
public class OutcomeExpiry implements Chore {

    @Inject LinkOutcomes outcomes;

    @Inject FlowSettings settings;

    @Inject Clock clock;

    @Override
    public String name() {
        return "outcome-expiry";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(1);
    }

    @Override
    public boolean onOneNode() {
        return true;
    }

    @Override
    public void run() {
        var begin = clock.instant().minus(settings.lifetime());
        var isDone = false;
        while (!isDone) {
            isDone = outcomes.forgetBefore(begin);
        }
    }
}
