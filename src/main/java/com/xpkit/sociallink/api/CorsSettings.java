package com.xpkit.sociallink.api;

import com.xpkit.sociallink.settings.CheckedSettings;
import com.xpkit.sociallink.settings.InvalidSetting;
import com.xpkit.sociallink.settings.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Which origins' pages may call the API from a browser; none unless they are named. */
@ApplicationScoped
public class CorsSettings implements CheckedSettings {

    private static final String KEY = "sociallink.cors.origins";

    /** As browsers write it (Fetch standard): lower case, no path, no default port. */
    private static final Pattern ORIGIN =
            Pattern.compile("https?://[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:[1-9][0-9]{0,4})?");

    private Set<String> origins;

    protected CorsSettings() {}

    @Inject
    public CorsSettings(Settings settings) {
        origins =
                Arrays.stream(settings.find(KEY).orElse("").split(","))
                        .map(String::trim)
                        .filter(origin -> !origin.isEmpty())
                        .collect(Collectors.toUnmodifiableSet());
        if (!origins.stream().allMatch(origin -> ORIGIN.matcher(origin).matches())) {
            throw new InvalidSetting(
                    KEY, "must be origins separated by commas, such as https://admin.example.com");
        }
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
