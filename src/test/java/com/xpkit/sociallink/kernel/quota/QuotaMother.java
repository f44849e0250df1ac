package com.xpkit.sociallink.kernel.quota;

import com.xpkit.sociallink.platform.settings.SettingsMother;
import java.util.HashMap;
import java.util.UUID;

/** Quotas as they are shipped, or with some of the settings changed. */
public final class QuotaMother {

    private QuotaMother() {}

    public static QuotaSettings shipped() {
        return new QuotaSettings(SettingsMother.shipped());
    }

    /**
     * @param changed names after {@code sociallink.quotas.}, each with its value
     */
    public static QuotaSettings with(String... changed) {
        var settings = new HashMap<String, String>();
        for (int i = 0; i < changed.length; i += 2) {
            settings.put("sociallink.quotas." + changed[i], changed[i + 1]);
        }
        return new QuotaSettings(SettingsMother.with(settings));
    }

    /** Counts nothing and refuses nothing. */
    public static StoredBytes anyBytes() {
        return new StoredBytes() {
            @Override
            public void admit(UUID account, long growth) {}
        };
    }
}
