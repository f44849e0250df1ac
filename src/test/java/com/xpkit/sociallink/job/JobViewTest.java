package com.xpkit.sociallink.job;

import static org.assertj.core.api.Assertions.assertThat;

import com.xpkit.sociallink.MovableClock;
import com.xpkit.sociallink.platform.json.JsonMother;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class JobViewTest {

    private static final String ERROR =
            "{\"error\":\"conflict\",\"description\":\"No.\",\"extra_info\":{}}";

    private final Job single = JobMother.job(new JobMother.Counting(), 1);
    private final Job several = JobMother.job(new JobMother.Counting().inBulk(), 2);

    @Test
    void showsAJobThatWaits() {
        assertThat(JobView.whole(single, List.of()).json().getJsonObject("resource"))
                .isEqualTo(
                        json(
                                """
                                {"job_id": "%s", "status": "Queued", "info": "Some steps.",
                                 "result": null, "xpkit_service": "counters",
                                 "created": "2026-03-04T05:06:07Z",
                                 "last_modified": "2026-03-04T05:06:07Z"}
                                """
                                        .formatted(single.id())));
    }

    @Test
    void showsTheOutcomeOfTheOnlyStep() {
        single.finish(1, 0, MovableClock.START);

        assertThat(result(single, done(single, 0))).isEqualTo(json("{\"counted\": 0}"));
    }

    @Test
    void showsTheErrorOfTheOnlyStep() {
        single.finish(0, 1, MovableClock.START);

        assertThat(result(single, failed(single, 0))).isEqualTo(json(ERROR));
    }

    @Test
    void showsEachOfSeveralStepsByItsIndex() {
        several.finish(1, 1, MovableClock.START);

        assertThat(result(several, done(several, 0), failed(several, 1)))
                .isEqualTo(
                        json(
                                """
                                {"succeeded": 1, "failed": 1, "results": [
                                  {"index": 0, "counted": 0},
                                  {"index": 1, "error": "conflict", "description": "No.", "extra_info": {}}]}
                                """));
    }

    @Test
    void countsSeveralStepsInLists() {
        several.finish(1, 1, MovableClock.START);

        var brief = JobView.brief(several, List.of()).resource().get("result");

        assertThat(brief).isEqualTo(json("{\"succeeded\": 1, \"failed\": 1}"));
    }

    private static JsonValue result(Job job, JobStep... steps) {
        return JobView.whole(job, List.of(steps)).resource().get("result");
    }

    private static JobStep done(Job job, int place) {
        return new JobStep(job.id(), place)
                .succeed("{\"counted\":" + place + "}", Optional.of(UUID.randomUUID()));
    }

    private static JobStep failed(Job job, int place) {
        return new JobStep(job.id(), place).fail(ERROR);
    }

    private static JsonObject json(String text) {
        return JsonMother.document(text).json();
    }
}
