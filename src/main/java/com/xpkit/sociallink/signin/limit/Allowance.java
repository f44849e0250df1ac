package com.xpkit.sociallink.signin.limit;

import com.xpkit.sociallink.platform.settings.InvalidSetting;
import com.xpkit.sociallink.platform.settings.Settings;
import java.time.Duration;

/**
 * How many of something are allowed in a window of time.
 *
 * @param setting the key of the setting
 */
record Allowance(String setting, long max, Duration window) {

    private static final String OFF = "off";

    /** Such as {@code 2000/PT5M}; {@code off} means no limit. */
    static Allowance read(Settings settings, String key) {
        var text = settings.text(key);
        if (text.equals(OFF)) {
            return new Allowance(key, Long.MAX_VALUE, Duration.ofMinutes(1));
        }
        var parts = text.split("/", 2);
        var max = parts[0].matches("[1-9][0-9]{0,8}") ? Long.parseLong(parts[0]) : 0;
        return Settings.positiveDuration(parts[parts.length - 1])
                .filter(window -> max > 0)
                .map(window -> new Allowance(key, max, window))
                .orElseThrow(() -> new InvalidSetting(key, "must look like 2000/PT5M, or be off"));
    }

    boolean isOff() {
        return max == Long.MAX_VALUE;
    }

    /** Such as {@code sociallink.rate-limit allows 2000 in PT5M}. */
    @Override
    public String toString() {
        return setting + " allows " + max + " in " + window;
    }
}
