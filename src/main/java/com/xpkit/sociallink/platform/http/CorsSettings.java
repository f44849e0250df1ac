package com.xpkit.sociallink.platform.http;

import com.xpkit.sociallink.platform.settings.CheckedSettings;
import com.xpkit.sociallink.platform.settings.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;

/** Which origins' pages may call the API from a browser; none by default. */
@ApplicationScoped
public class CorsSettings implements CheckedSettings {

    private Set<String> origins;

    protected CorsSettings() {}

    @Inject
    public CorsSettings(Settings settings) {
        origins = settings.origins("sociallink.cors.origins");
    }

    @Override
    public void check() {}

    /**
     * @param origin an {@code Origin} header, or null
     */
    boolean allow(String origin) {
        return origin != null && origins.contains(origin);
    }
}
