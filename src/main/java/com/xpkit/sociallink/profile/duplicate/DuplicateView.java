package com.xpkit.sociallink.profile.duplicate;

import static com.xpkit.sociallink.platform.json.SharedJson.JSON;

import com.xpkit.sociallink.platform.rest.ResourceView;

/** A pair as the API shows it. */
public final class DuplicateView {

    private DuplicateView() {}

    public static ResourceView of(Duplicate pair) {
        var resource =
                JSON.createObjectBuilder()
                        .add(
                                "profiles",
                                JSON.createArrayBuilder()
                                        .add(pair.profile().toString())
                                        .add(pair.other().toString()))
                        .add("unionid", pair.unionid())
                        .add("created", pair.created().toString())
                        .add("last_modified", pair.lastModified().toString())
                        .build();
        return new ResourceView("/api/profile/duplicates/", pair, resource);
    }
}
