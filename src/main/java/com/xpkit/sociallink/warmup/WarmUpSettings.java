package com.xpkit.sociallink.warmup;

import com.xpkit.sociallink.platform.settings.CheckedSettings;
import com.xpkit.sociallink.platform.settings.InvalidSetting;
import com.xpkit.sociallink.platform.settings.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Whether, where and how long the node warms up. */
@ApplicationScoped
public class WarmUpSettings implements CheckedSettings {

    private static final String URL = "sociallink.warm-up.url";
    private static final String TIME = "sociallink.warm-up.time";
    private static final Duration MAX_TIME = Duration.ofMinutes(5);

    private Optional<URI> url;
    private Duration time;

    protected WarmUpSettings() {}

    @Inject
    public WarmUpSettings(Settings settings) {
        url = settings.find(URL).map(given -> settings.serviceAddress(URL));
        time = settings.duration(TIME);
        if (time.compareTo(MAX_TIME) > 0) {
            throw new InvalidSetting(TIME, "must be at most " + MAX_TIME);
        }
    }

    @Override
    public void check() {}

    /** Where this node reaches itself, without a proxy or a balancer between; empty when it does not warm up. */
    Optional<URI> url() {
        return url;
    }

    Duration time() {
        return time;
    }
}
