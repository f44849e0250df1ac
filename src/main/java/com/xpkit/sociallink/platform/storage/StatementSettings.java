package com.xpkit.sociallink.platform.storage;

import com.xpkit.sociallink.platform.settings.CheckedSettings;
import com.xpkit.sociallink.platform.settings.InvalidSetting;
import com.xpkit.sociallink.platform.settings.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/** How long a single statement may take when the caller decides its cost. */
@ApplicationScoped
public class StatementSettings implements CheckedSettings {

    private static final String TIMEOUT = "sociallink.db.statement-timeout";

    /** JDBC counts in whole seconds, and 0 means no limit. */
    private static final Duration MIN_TIMEOUT = Duration.ofSeconds(1);

    private static final Duration MAX_TIMEOUT = Duration.ofHours(1);

    private Duration timeout;

    protected StatementSettings() {}

    @Inject
    public StatementSettings(Settings settings) {
        timeout = settings.duration(TIMEOUT);
        if (timeout.compareTo(MIN_TIMEOUT) < 0 || timeout.compareTo(MAX_TIMEOUT) > 0) {
            throw new InvalidSetting(TIMEOUT, "must be from PT1S to PT1H");
        }
    }

    @Override
    public void check() {}

    Duration timeout() {
        return timeout;
    }
}
