package com.xpkit.sociallink.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.xpkit.sociallink.MovableClock;
import com.xpkit.sociallink.api.InvalidFields;
import com.xpkit.sociallink.job.webhook.Webhooks;
import com.xpkit.sociallink.work.Task;
import jakarta.enterprise.event.Event;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JobQueueTest {

    private final MovableClock clock = new MovableClock();
    private final JobsInMemory jobs = new JobsInMemory();
    private final JobMother.Counting work = new JobMother.Counting();
    private final List<Object> told = new ArrayList<>();
    private final JobQueue queue = new JobQueue();

    @BeforeEach
    void wire() {
        queue.jobs = jobs;
        queue.clock = clock;
        queue.added = event();
        queue.webhooks =
                new Webhooks() {
                    @Override
                    public void check(String client, String url) {
                        throw new InvalidFields(Map.of("webhook_url", "is not for tests"));
                    }
                };
    }

    @SuppressWarnings("unchecked")
    private Event<JobAdded> event() {
        return (Event<JobAdded>)
                Proxy.newProxyInstance(
                        Event.class.getClassLoader(),
                        new Class<?>[] {Event.class},
                        (proxy, method, arguments) -> told.add(arguments[0]));
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
        assertThat(told).hasSize(1);
    }

    @Test
    void refusesAnImpossibleWebhook() {
        var input = JobMother.input(1);
        var task = new Task(JobMother.ACCOUNT, JobMother.ACTOR, input, Optional.of("ftp://x"));

        assertThatThrownBy(() -> queue.submit(work, task, "One step."))
                .isInstanceOf(InvalidFields.class)
                .hasMessageContaining("webhook_url");
        assertThat(told).isEmpty();
    }

    @Test
    void endsJobsBeforeTheirAccountGoes() {
        var job = queue.submit(work, JobMother.task(1), "One step.").job();

        queue.stopWorkFor(JobMother.ACCOUNT);

        assertThat(jobs.find(job)).isEmpty();
        assertThat(queue.standsInTheWay(JobMother.ACCOUNT)).isFalse();
    }
}
