package com.xpkit.sociallink.profile.bulk;

import static com.xpkit.sociallink.platform.json.SharedJson.JSON;

import com.xpkit.sociallink.kernel.work.StepDone;
import com.xpkit.sociallink.kernel.work.Task;
import com.xpkit.sociallink.kernel.work.Work;
import com.xpkit.sociallink.platform.json.JsonDocument;
import com.xpkit.sociallink.profile.edit.ProfileBody;
import com.xpkit.sociallink.profile.edit.ProfileEditing;
import com.xpkit.sociallink.profile.edit.ProfileUpserting;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Creates many profiles, one in each step. */
@ApplicationScoped
public class BulkWork implements Work {

    @Inject ProfileEditing editing;

    @Inject ProfileUpserting upserting;

    @Override
    public String kind() {
        return "profile.bulk";
    }

    @Override
    public String service() {
        return "profiles";
    }

    @Override
    public boolean isBulk() {
        return true;
    }

    @Override
    public Set<String> outcome() {
        return Set.of("profile_id", "status");
    }

    @Override
    public int steps(JsonObject input) {
        return input.getJsonArray("profiles").size();
    }

    @Override
    public StepDone run(Task task, int step) {
        var json = task.input().getJsonArray("profiles").getJsonObject(step);
        var written = ProfileBody.of(new JsonDocument(json)).membersIn(task.account());
        if (!task.input().getBoolean("update")) {
            return done(editing.create(task.actor(), task.account(), written).id(), true);
        }
        var upserted = upserting.upsert(task.actor(), task.account(), written);
        return done(upserted.profile().id(), upserted.isNew());
    }

    private static StepDone done(UUID profile, boolean isNew) {
        var outcome =
                JSON.createObjectBuilder()
                        .add("profile_id", profile.toString())
                        .add("status", isNew ? "created" : "updated")
                        .build();
        return new StepDone(outcome, Optional.of(profile));
    }
}
