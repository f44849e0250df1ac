package com.xpkit.sociallink.job;

import static com.xpkit.sociallink.api.SharedJson.JSON;

import com.xpkit.sociallink.api.ErrorView;
import com.xpkit.sociallink.api.PersonalData;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What finished steps show of a profile. */
@ApplicationScoped
public class JobRecords implements PersonalData {

    private static final String ERASED =
            ErrorView.of("erased", "What this step was about is erased.", Map.of()).toString();

    @Inject Jobs jobs;

    @Inject JobSteps steps;

    @Inject Clock clock;

    @Override
    public String name() {
        return "jobs";
    }

    @Override
    public JsonArray export(Set<UUID> profiles) {
        var all = JSON.createArrayBuilder();
        for (var step : steps.about(profiles)) {
            all.add(
                    JSON.createObjectBuilder()
                            .add("job_id", step.job().toString())
                            .addAll(JSON.createObjectBuilder(JobView.indexed(step))));
        }
        return all.build();
    }

    /** The jobs change with it, so that no reader keeps what it has by its ETag. */
    @Override
    public void erase(Set<UUID> profiles) {
        steps.about(profiles).stream()
                .map(JobStep::job)
                .distinct()
                .sorted()
                .forEach(job -> jobs.lock(job).ifPresent(held -> held.change(clock.instant())));
        jobs.flush();
        steps.forget(profiles, ERASED);
    }
}
