package com.xpkit.sociallink.token;

import com.xpkit.sociallink.settings.CheckedSettings;
import com.xpkit.sociallink.settings.InvalidSetting;
import com.xpkit.sociallink.settings.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/** How many API requests an app may make in a window of time, on each node. */
@ApplicationScoped
public class RateLimitSettings implements CheckedSettings {

    private static final String KEY = "sociallink.rate-limit";

    private long requests;
    private Duration window;

    protected RateLimitSettings() {}

    @Inject
    public RateLimitSettings(Settings settings) {
        var text = settings.text(KEY);
        if (!text.equals("off")) {
            var parts = text.split("/", 2);
            requests = parts[0].matches("[1-9][0-9]{0,8}") ? Long.parseLong(parts[0]) : 0;
            window =
                    Settings.positiveDuration(parts[parts.length - 1])
                            .filter(positive -> requests > 0)
                            .orElseThrow(
                                    () ->
                                            new InvalidSetting(
                                                    KEY, "must look like 2000/PT5M, or be off"));
        }
    }

    @Override
    public void check() {}

    boolean isOff() {
        return window == null;
    }

    long requests() {
        return requests;
    }

    Duration window() {
        return window;
    }
}
