package com.xpkit.sociallink.job;

import static com.xpkit.sociallink.platform.json.SharedJson.JSON;

import com.xpkit.sociallink.kernel.PersonalData;
import com.xpkit.sociallink.platform.http.ErrorView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** What finished steps show about a profile. */
@ApplicationScoped
public class JobRecords implements PersonalData {

    private static final JsonObject ERASED =
            ErrorView.of("erased", "What this step was about is erased.", Map.of());

    @Inject Jobs jobs;

    @Inject JobSteps steps;

    @Inject Clock clock;

    @Override
    public String name() {
        return "jobs";
    }

    @Override
    public Stream<JsonObject> export(Set<UUID> profiles) {
        return steps.about(profiles).stream().map(JobRecords::exported);
    }

    private static JsonObject exported(JobStep step) {
        return JSON.createObjectBuilder()
                .add("job_id", step.job().toString())
                .addAll(JSON.createObjectBuilder(JobView.indexed(step)))
                .build();
    }

    /** The jobs change as well, so that their ETags change and readers drop the old content. */
    @Override
    public void erase(Set<UUID> profiles) {
        var about = steps.about(profiles);
        var changed = changed(about);
        steps.forget(profiles, ERASED.toString());
        about.stream()
                .filter(step -> changed.containsKey(step.job()))
                .forEach(step -> index(changed.get(step.job()), step));
    }

    /** Locks the jobs in the order of their ids, so that two erasures cannot deadlock. */
    private Map<UUID, Job> changed(List<JobStep> about) {
        var changed = new HashMap<UUID, Job>();
        about.stream()
                .map(JobStep::job)
                .distinct()
                .sorted()
                .forEach(id -> jobs.lock(id).ifPresent(job -> changed.put(id, job)));
        changed.values().forEach(job -> job.change(clock.instant()));
        jobs.flush();
        return changed;
    }

    private void index(Job job, JobStep step) {
        steps.replaceIndex(job.account(), step, JobView.values(job.isBulk(), ERASED));
    }
}
