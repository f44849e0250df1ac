package com.xpkit.sociallink.profile.keeping;

import static com.xpkit.sociallink.api.SharedJson.JSON;

import com.xpkit.sociallink.api.Actor;
import com.xpkit.sociallink.api.PersonalData;
import com.xpkit.sociallink.profile.ProfileView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.transaction.Transactional;
import java.util.Comparator;
import java.util.UUID;

/** Collects everything that is stored about a person. */
@ApplicationScoped
@Transactional
public class ProfileExporting {

    @Inject ProfileFinding finding;

    @Inject @Any Instance<PersonalData> data;

    /** {@code {"profile": …, "duplicates": […], "jobs": […], "merges": […]}}. */
    public JsonObject export(Actor actor, UUID id) {
        var profile = finding.readable(actor, id, "export/");
        var ids = finding.withParts(id);
        var all = JSON.createObjectBuilder().add("profile", ProfileView.of(profile).json());
        data.stream()
                .sorted(Comparator.comparing(PersonalData::name))
                .forEach(kept -> all.add(kept.name(), kept.export(ids)));
        return all.build();
    }
}
