package com.xpkit.sociallink.platform.storage;

import com.xpkit.sociallink.platform.settings.SettingsMother;

/** The shipped limit, on a database that needs no special handling. */
public final class TimeLimitsMother {

    private TimeLimitsMother() {}

    public static TimeLimits shipped() {
        return on("jdbc:postgresql:");
    }

    static TimeLimits on(String url) {
        var limit = new TimeLimits();
        limit.database = new Database(url);
        limit.settings = new StatementSettings(SettingsMother.shipped());
        return limit;
    }
}
