package com.xpkit.sociallink.profile.privacy;

import static com.xpkit.sociallink.platform.json.SharedJson.JSON;

import com.xpkit.sociallink.kernel.Actor;
import com.xpkit.sociallink.kernel.PersonalData;
import com.xpkit.sociallink.profile.ProfileFinding;
import com.xpkit.sociallink.profile.ProfileView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.transaction.Transactional;
import java.io.OutputStream;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Collects everything that is stored about a person. For a person who was merged and split many times this can be
 * hundreds of megabytes, so it is streamed and never completely in memory.
 */
@ApplicationScoped
public class ProfileExporting {

    @Inject ProfileFinding finding;

    @Inject @Any Instance<PersonalData> data;

    /** An export that is about to be written. */
    public record Export(JsonObject profile, Set<UUID> ids) {}

    /** Refuses a profile that cannot be exported, before the answer begins. */
    @Transactional
    public Export begin(Actor actor, UUID id) {
        var profile = finding.readable(actor, id, "export/");
        return new Export(ProfileView.of(profile).json(), finding.withParts(id));
    }

    /** {@code {"profile": …, "duplicates": […], "jobs": […], "merges": […]}}, in UTF-8; the stream stays open. */
    public void write(Export export, OutputStream out) {
        var json = JSON.createGenerator(out);
        json.writeStartObject().write("profile", export.profile());
        for (var kept : sorted()) {
            json.writeStartArray(kept.name());
            kept.export(export.ids()).forEach(json::write);
            json.writeEnd();
        }
        json.writeEnd().flush();
    }

    private List<PersonalData> sorted() {
        return data.stream().sorted(Comparator.comparing(PersonalData::name)).toList();
    }
}
