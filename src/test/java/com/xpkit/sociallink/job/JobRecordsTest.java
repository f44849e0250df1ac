package com.xpkit.sociallink.job;

import static org.assertj.core.api.Assertions.assertThat;

import com.xpkit.sociallink.MovableClock;
import jakarta.json.Json;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class JobRecordsTest {

    private final MovableClock clock = new MovableClock();
    private final JobsInMemory jobs = new JobsInMemory();
    private final JobStepsInMemory steps = new JobStepsInMemory();
    private final JobRecords records = records();
    private final UUID profile = UUID.randomUUID();
    private final UUID job = jobAbout(profile);

    @Test
    void showWhatStepsSayAboutAProfile() {
        jobAbout(UUID.randomUUID());

        var shown = records.export(Set.of(profile)).toList();

        assertThat(shown).hasSize(1);
        assertThat(shown.get(0).getString("job_id")).isEqualTo(job.toString());
        assertThat(shown.get(0).getString("id")).isEqualTo(profile.toString());
    }

    @Test
    void loseWhatStepsSayAboutAnErasedProfile() {
        clock.advance(Duration.ofSeconds(1));

        records.erase(Set.of(profile));

        assertThat(steps.membersOf(job, 0))
                .containsExactly(
                        JobMother.ACCOUNT + " result.error serased",
                        JobMother.ACCOUNT
                                + " result.description sWhat this step was about is erased.");
        var step = steps.of(job).get(0);
        assertThat(step.outcome()).contains("\"erased\"").doesNotContain(profile.toString());
        assertThat(step.subject()).isEmpty();
        assertThat(jobs.find(job).orElseThrow().lastModified()).isEqualTo(clock.instant());
    }

    @Test
    void keepWhatStepsSayAboutOthers() {
        records.erase(Set.of(UUID.randomUUID()));

        assertThat(steps.of(job).get(0).outcome()).contains(profile.toString());
        assertThat(steps.membersOf(job, 0))
                .containsExactly(JobMother.ACCOUNT + " result.id s" + profile);
        assertThat(jobs.find(job).orElseThrow().lastModified()).isEqualTo(MovableClock.START);
    }

    private UUID jobAbout(UUID subject) {
        var made = JobMother.job(new JobMother.Counting(), 1);
        jobs.add(made, JobMother.task(1));
        var outcome = Json.createObjectBuilder().add("id", subject.toString()).build();
        var step = new JobStep(made.id(), 0).succeed(outcome.toString(), Optional.of(subject));
        steps.index(made.account(), steps.add(step), JobView.values(false, outcome));
        return made.id();
    }

    private JobRecords records() {
        var records = new JobRecords();
        records.jobs = jobs;
        records.steps = steps;
        records.clock = clock;
        return records;
    }
}
