package com.xpkit.sociallink.platform.embedded;

import com.xpkit.sociallink.platform.settings.CheckedSettings;
import com.xpkit.sociallink.platform.settings.InvalidSetting;
import com.xpkit.sociallink.platform.settings.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Above which size, in bytes, the file of an H2 database is compacted. */
@ApplicationScoped
public class CompactionSettings implements CheckedSettings {

    private static final String AT_START = "sociallink.h2.compact-at-start";
    private static final String RUNNING = "sociallink.h2.compact-at";

    /** An empty database has almost this size. */
    private static final long MIN = 1 << 20;

    private static final long MAX = 1L << 40;

    private long atStart;
    private long running;

    protected CompactionSettings() {}

    @Inject
    public CompactionSettings(Settings settings) {
        atStart = settings.largeNumber(AT_START, MIN, MAX);
        running = settings.largeNumber(RUNNING, MIN, MAX);
        if (running < atStart) {
            throw new InvalidSetting(RUNNING, "must not be less than " + AT_START);
        }
    }

    @Override
    public void check() {}

    /** The limit at the start. */
    long atStart() {
        return atStart;
    }

    /** The limit while the service runs. */
    long running() {
        return running;
    }
}
