package com.xpkit.sociallink.link.flow;

import com.xpkit.sociallink.platform.settings.CheckedSettings;
import com.xpkit.sociallink.platform.settings.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/** How long a flow may take. */
@ApplicationScoped
public class FlowSettings implements CheckedSettings {

    private Duration lifetime;

    protected FlowSettings() {}

    @Inject
    public FlowSettings(Settings settings) {
        lifetime = settings.duration("sociallink.flow.lifetime");
    }

    @Override
    public void check() {}

    public Duration lifetime() {
        return lifetime;
    }
}
