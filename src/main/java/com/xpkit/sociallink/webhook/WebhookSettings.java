package com.xpkit.sociallink.webhook;

import com.xpkit.sociallink.platform.settings.CheckedSettings;
import com.xpkit.sociallink.platform.settings.InvalidSetting;
import com.xpkit.sociallink.platform.settings.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;

/** How webhooks are called. */
@ApplicationScoped
public class WebhookSettings implements CheckedSettings {

    private static final String TIMEOUT = "sociallink.webhook.timeout";
    private static final String RETRY = "sociallink.webhook.retry";
    private static final Duration MAX_DURATION = Duration.ofHours(1);
    private static final int MAX_TRIES = 8;

    private Duration timeout;
    private Duration retry;
    private boolean arePrivateAddressesAllowed;

    protected WebhookSettings() {}

    @Inject
    public WebhookSettings(Settings settings) {
        timeout = upToAnHour(settings, TIMEOUT);
        retry = upToAnHour(settings, RETRY);
        arePrivateAddressesAllowed = settings.flag("sociallink.webhook.private-addresses");
    }

    private static Duration upToAnHour(Settings settings, String key) {
        var duration = settings.duration(key);
        if (duration.compareTo(MAX_DURATION) > 0) {
            throw new InvalidSetting(key, "must be at most " + MAX_DURATION);
        }
        return duration;
    }

    @Override
    public void check() {}

    /** How long one call may take, from the DNS look-up to the status. */
    public Duration timeout() {
        return timeout;
    }

    boolean arePrivateAddressesAllowed() {
        return arePrivateAddressesAllowed;
    }

    /**
     * How long to wait before the next attempt; each wait is four times as long as the one before.
     *
     * @param tries the number of attempts so far, at least one
     * @return empty when there were enough attempts
     */
    public Optional<Duration> pauseAfter(int tries) {
        return tries < MAX_TRIES
                ? Optional.of(retry.multipliedBy(1L << 2 * (tries - 1)))
                : Optional.empty();
    }
}
