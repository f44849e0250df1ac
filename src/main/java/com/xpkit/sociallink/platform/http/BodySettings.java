package com.xpkit.sociallink.platform.http;

import com.xpkit.sociallink.platform.settings.CheckedSettings;
import com.xpkit.sociallink.platform.settings.InvalidSetting;
import com.xpkit.sociallink.platform.settings.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/** The limits for request bodies (size, time, depth, number of values, length of names) and for the size of a page. */
@ApplicationScoped
public class BodySettings implements CheckedSettings {

    public static final String BODY = "sociallink.limits.body";
    static final String TIME = "sociallink.limits.body-time";
    private static final Duration FASTEST = Duration.ofSeconds(1);
    private static final Duration SLOWEST = Duration.ofMinutes(10);

    private int maxBytes;
    private Duration time;
    private int maxDepth;
    private int maxElements;
    private int maxNameLength;
    private int maxPathLength;
    private int maxPageBytes;

    protected BodySettings() {}

    @Inject
    public BodySettings(Settings settings) {
        maxBytes = settings.number(BODY, 1_024, 64 * 1_024 * 1_024);
        time = settings.duration(TIME);
        if (time.compareTo(FASTEST) < 0 || time.compareTo(SLOWEST) > 0) {
            throw new InvalidSetting(TIME, "must be from PT1S to PT10M");
        }
        // JSON parsers have their own limit, at 1,000
        maxDepth = settings.number("sociallink.limits.depth", 4, 900);
        maxElements = settings.number("sociallink.limits.elements", 100, 10_000_000);
        maxNameLength = settings.number("sociallink.limits.name", 32, 1_000);
        maxPathLength = settings.number("sociallink.limits.path", 64, 10_000);
        maxPageBytes = settings.number("sociallink.limits.page", 1_024, 256 * 1_024 * 1_024);
    }

    @Override
    public void check() {}

    /** In bytes. */
    public int maxBytes() {
        return maxBytes;
    }

    /** The time in which a body must arrive completely, counted from the first read. */
    public Duration time() {
        return time;
    }

    /** How deeply objects and arrays may be nested. */
    public int maxDepth() {
        return maxDepth;
    }

    /** How many values a body may contain: members and elements of all its objects and arrays. */
    public int maxElements() {
        return maxElements;
    }

    /** The maximum length of a member name, in characters. */
    public int maxNameLength() {
        return maxNameLength;
    }

    /** The maximum length of the names that lead to a value, joined with dots, in characters. */
    public int maxPathLength() {
        return maxPathLength;
    }

    /** The approximate maximum size of all documents on one page of a list, in bytes. */
    public int maxPageBytes() {
        return maxPageBytes;
    }
}
