package com.xpkit.sociallink.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.xpkit.sociallink.Fired;
import com.xpkit.sociallink.MovableClock;
import com.xpkit.sociallink.kernel.quota.QuotaMother;
import com.xpkit.sociallink.kernel.quota.QuotaReached;
import com.xpkit.sociallink.kernel.work.Task;
import com.xpkit.sociallink.platform.error.InvalidFields;
import com.xpkit.sociallink.platform.sealing.SealMother;
import com.xpkit.sociallink.webhook.Webhooks;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JobQueueTest {

    private final MovableClock clock = new MovableClock();
    private final JobsInMemory jobs = new JobsInMemory();
    private final AccountTurnsInMemory turns = new AccountTurnsInMemory(jobs);
    private final JobMother.Counting work = new JobMother.Counting();
    private final Fired<JobAdded> told = new Fired<>();
    private final JobQueue queue = new JobQueue();

    @BeforeEach
    void wire() {
        queue.jobs = jobs;
        queue.turns = turns;
        queue.quotas = QuotaMother.with("jobs", "2", "webhooks", "1");
        queue.stored = QuotaMother.anyBytes();
        queue.clock = clock;
        queue.added = told.event();
        queue.webhooks =
                new Webhooks() {
                    @Override
                    public void check(String client, String url) {
                        throw new InvalidFields(Map.of("webhook_url", "is not for tests"));
                    }
                };
    }

    @Test
    void storesTheTaskAndTellsItsNode() {
        var ticket = queue.submit(work, JobMother.task(2), "Two steps.");

        var job = jobs.find(ticket.job()).orElseThrow();
        assertThat(ticket.status()).isEqualTo("Queued");
        assertThat(ticket.info()).isEqualTo("Two steps.");
        assertThat(job.steps()).isEqualTo(2);
        assertThat(job.isDue(clock.instant())).isTrue();
        assertThat(jobs.input(job.id()).task()).isEqualTo("{\"steps\":2}");
        assertThat(jobs.input(job.id()).actor()).isEqualTo(JobMother.ACTOR.json().toString());
        assertThat(told.all()).hasSize(1);
    }

    @Test
    void refusesAnImpossibleWebhook() {
        var input = JobMother.input(1);
        var task = new Task(JobMother.ACCOUNT, JobMother.ACTOR, input, Optional.of("ftp://x"));

        assertThatThrownBy(() -> queue.submit(work, task, "One step."))
                .isInstanceOf(InvalidFields.class)
                .hasMessageContaining("webhook_url");
        assertThat(told.all()).isEmpty();
    }

    /** Otherwise no node would look for its jobs. */
    @Test
    void givesAnAccountItsPlaceAmongTheOthers() {
        queue.openFor(JobMother.ACCOUNT);
        assertThat(turns.isOpen(JobMother.ACCOUNT)).isTrue();

        var lost = UUID.randomUUID();
        queue.submit(
                work,
                new Task(lost, JobMother.ACTOR, JobMother.input(1), Optional.empty()),
                "One.");
        assertThat(turns.isOpen(lost)).isTrue();
    }

    @Test
    void refusesAJobTooMany() {
        queue.submit(work, JobMother.task(1), "One step.");
        queue.submit(work, JobMother.task(1), "One step.");

        assertThatThrownBy(() -> queue.submit(work, JobMother.task(1), "One step."))
                .isInstanceOf(QuotaReached.class)
                .hasMessageContaining("2 unfinished jobs (sociallink.quotas.jobs)");
        assertThat(told.all()).hasSize(2);
    }

    @Test
    void refusesAJobWithAWebhookWhileTooManyWebhooksWait() {
        queue.webhooks = new Anywhere();
        var urls = new WebhookUrls();
        urls.seal = SealMother.any();
        var owed = JobMother.jobWithWebhook(work, urls);
        owed.finish(1, 0, clock.instant());
        jobs.add(owed, JobMother.task(1));
        var webhook = Optional.of("https://app.example.com/hook");
        var task = new Task(JobMother.ACCOUNT, JobMother.ACTOR, JobMother.input(1), webhook);

        assertThatThrownBy(() -> queue.submit(work, task, "One step."))
                .isInstanceOf(QuotaReached.class)
                .hasMessageContaining("sociallink.quotas.webhooks");
        assertThat(queue.submit(work, JobMother.task(1), "One step.").status()).isEqualTo("Queued");
    }

    /** Accepts any address. */
    private static final class Anywhere extends Webhooks {

        @Override
        public void check(String client, String url) {}
    }

    @Test
    void endsJobsBeforeTheirAccountGoes() {
        var job = queue.submit(work, JobMother.task(1), "One step.").job();

        queue.stopWorkFor(JobMother.ACCOUNT);

        assertThat(jobs.find(job)).isEmpty();
        assertThat(queue.blocksDeletion(JobMother.ACCOUNT)).isFalse();
    }
}
