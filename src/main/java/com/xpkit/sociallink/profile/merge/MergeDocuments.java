package com.xpkit.sociallink.profile.merge;

import static com.xpkit.sociallink.platform.json.SharedJson.JSON;

import com.xpkit.sociallink.platform.json.SharedJson;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The record of a merge with the complete merged profiles: these can be megabytes, so each record is read separately.
 */
@ApplicationScoped
@Transactional
public class MergeDocuments {

    @Inject Merges merges;

    /** Empty when the record is gone. */
    Optional<JsonObject> exported(UUID merge) {
        return merges.find(merge).map(found -> exported(found, merges.sides(found)));
    }

    private static JsonObject exported(Merge merge, List<MergedProfile> sides) {
        var before = JSON.createArrayBuilder();
        sides.forEach(side -> before.add(SharedJson.object(side.document())));
        var parts = sides.stream().map(MergedProfile::profile).toList();
        return JSON.createObjectBuilder(MergeView.of(merge, parts).json())
                .add("profiles_before", before)
                .build();
    }
}
