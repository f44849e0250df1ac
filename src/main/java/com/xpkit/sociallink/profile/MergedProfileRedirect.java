package com.xpkit.sociallink.profile;

import com.xpkit.sociallink.platform.error.Refusal;
import java.util.Map;
import java.util.UUID;

/**
 * The profile is now part of another one, and readers are redirected there (308). A 308 may be cached unless a header
 * forbids it. This one must not be, because the merge can be undone: every answer is {@code no-store}.
 */
public class MergedProfileRedirect extends Refusal {

    private final String location;

    /**
     * @param below the rest of the path after the profile's own: {@code merges/}, or empty
     */
    MergedProfileRedirect(UUID survivor, String below) {
        super(308, "merged", "The profile was merged into " + survivor + ".");
        location = "/api/profile/" + survivor + "/" + below;
    }

    @Override
    public Map<String, String> headers() {
        return Map.of("Location", location);
    }
}
