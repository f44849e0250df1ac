package com.xpkit.sociallink.profile.merge;

import static com.xpkit.sociallink.platform.json.SharedJson.JSON;

import com.xpkit.sociallink.kernel.work.StepDone;
import com.xpkit.sociallink.kernel.work.Task;
import com.xpkit.sociallink.kernel.work.Work;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Merges in one step: all or nothing. */
@ApplicationScoped
public class MergeWork implements Work {

    @Inject ProfileMerging merging;

    @Override
    public String kind() {
        return "profile.merge";
    }

    @Override
    public String service() {
        return "profiles";
    }

    @Override
    public Set<String> outcome() {
        return Set.of("authority", "profiles", "merge_id");
    }

    @Override
    public int steps(JsonObject input) {
        return 1;
    }

    @Override
    public StepDone run(Task task, int step) {
        var form = form(task.input());
        var merge = merging.merge(task.actor(), task.account(), form);
        var outcome =
                JSON.createObjectBuilder()
                        .add("authority", form.authority().toString())
                        .add("profiles", task.input().getJsonArray("profiles"))
                        .add("merge_id", merge.toString())
                        .build();
        return new StepDone(outcome, Optional.of(form.authority()));
    }

    private static MergeForm form(JsonObject input) {
        return new MergeForm(
                UUID.fromString(input.getString("authority")),
                input.getJsonArray("profiles").getValuesAs(JsonString.class).stream()
                        .map(id -> UUID.fromString(id.getString()))
                        .collect(Collectors.toCollection(LinkedHashSet::new)));
    }
}
