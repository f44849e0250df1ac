package com.xpkit.sociallink.job;

import static com.xpkit.sociallink.platform.json.SharedJson.JSON;

import com.xpkit.sociallink.platform.json.SharedJson;
import com.xpkit.sociallink.platform.listing.document.IndexedValue;
import com.xpkit.sociallink.platform.listing.document.IndexedValues;
import com.xpkit.sociallink.platform.rest.ResourceView;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Set;

/** A job as the API shows it. */
final class JobView {

    private static final String SINGLE = "result";
    private static final String BULK = "result.results";

    private JobView() {}

    /**
     * The whole job.
     *
     * @param steps in order
     */
    static ResourceView whole(Job job, List<JobStep> steps) {
        if (!job.isFinished()) {
            return view(job, JsonValue.NULL);
        }
        if (!job.isBulk()) {
            return view(job, outcome(steps.get(0)));
        }
        var results = JSON.createArrayBuilder();
        steps.forEach(step -> results.add(indexed(step)));
        return view(job, counts(job).add("results", results).build());
    }

    /** A job in a list. A bulk job can have thousands of steps, so only their counts are shown. */
    static ResourceView brief(Job job, List<JobStep> first) {
        return job.isFinished() && job.isBulk()
                ? view(job, counts(job).build())
                : whole(job, first);
    }

    private static ResourceView view(Job job, JsonValue result) {
        var resource =
                JSON.createObjectBuilder()
                        .add("job_id", job.id().toString())
                        .add("status", job.status())
                        .add("info", job.info())
                        .add("result", result)
                        .add("xpkit_service", job.service())
                        .add("created", job.created().toString())
                        .add("last_modified", job.lastModified().toString())
                        .build();
        return new ResourceView("/api/job/", job, resource);
    }

    private static JsonObjectBuilder counts(Job job) {
        return JSON.createObjectBuilder()
                .add("succeeded", job.succeeded())
                .add("failed", job.failed());
    }

    /** The values of a step's outcome, with the paths at which its job shows them. */
    static Set<IndexedValue> values(boolean isBulk, JsonObject outcome) {
        return IndexedValues.of(
                JSON.createObjectBuilder().add(isBulk ? BULK : SINGLE, outcome).build());
    }

    /** The path of a member of an outcome. */
    static String path(boolean isBulk, String member) {
        return (isBulk ? BULK : SINGLE) + "." + member;
    }

    static JsonObject indexed(JobStep step) {
        return JSON.createObjectBuilder()
                .add("index", step.place())
                .addAll(JSON.createObjectBuilder(outcome(step)))
                .build();
    }

    private static JsonObject outcome(JobStep step) {
        return SharedJson.object(step.outcome());
    }
}
