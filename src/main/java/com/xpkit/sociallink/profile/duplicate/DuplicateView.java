package com.xpkit.sociallink.profile.duplicate;

import com.xpkit.sociallink.api.ResourceView;
import jakarta.json.Json;

/** A pair as the wire shows it. */
public final class DuplicateView {

    private DuplicateView() {}

    public static ResourceView of(Duplicate pair) {
        var resource =
                Json.createObjectBuilder()
                        .add(
                                "profiles",
                                Json.createArrayBuilder().add(pair.profile()).add(pair.other()))
                        .add("unionid", pair.unionid())
                        .add("created", pair.created().toString())
                        .add("last_modified", pair.lastModified().toString())
                        .build();
        return new ResourceView("/api/profile/duplicates/", pair, resource);
    }
}
