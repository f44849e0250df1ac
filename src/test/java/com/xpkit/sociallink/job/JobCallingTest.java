package com.xpkit.sociallink.job;

import static org.assertj.core.api.Assertions.assertThat;

import com.xpkit.sociallink.MovableClock;
import com.xpkit.sociallink.platform.metrics.Metrics;
import com.xpkit.sociallink.platform.metrics.MetricsText;
import com.xpkit.sociallink.platform.sealing.SealMother;
import com.xpkit.sociallink.platform.settings.SettingsMother;
import com.xpkit.sociallink.webhook.Delivery;
import com.xpkit.sociallink.webhook.WebhookMessage;
import com.xpkit.sociallink.webhook.WebhookSettings;
import com.xpkit.sociallink.webhook.Webhooks;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JobCallingTest {

    private static final Delivery DELIVERED = new Delivery(Delivery.Fate.DELIVERED, "status 200");
    private static final Delivery FAILED = new Delivery(Delivery.Fate.FAILED, "status 500");
    private static final Delivery HOPELESS = new Delivery(Delivery.Fate.HOPELESS, "client gone");

    private final MovableClock clock = new MovableClock();
    private final JobsInMemory jobs = new JobsInMemory();
    private final JobStepsInMemory steps = new JobStepsInMemory();
    private final JobMother.Counting work = new JobMother.Counting();
    private final List<WebhookMessage> sent = new ArrayList<>();
    private final WebhookUrls urls = new WebhookUrls();
    private final JobCalling calling = new JobCalling();
    private final Metrics metrics = new Metrics();
    private Delivery delivery = DELIVERED;

    @BeforeEach
    void wire() {
        var claiming = new CallClaiming();
        claiming.jobs = jobs;
        claiming.steps = steps;
        claiming.order = AccountTurnsInMemory.order(jobs, new JobMother.Known(work), clock);
        claiming.urls = urls;
        urls.seal = SealMother.any();
        claiming.settings = new WebhookSettings(SettingsMother.shipped());
        claiming.clock = clock;
        calling.claiming = claiming;
        calling.metrics = metrics;
        calling.webhooks =
                new Webhooks() {
                    @Override
                    public Delivery send(WebhookMessage message) {
                        sent.add(message);
                        return delivery;
                    }
                };
    }

    private List<UUID> due() {
        return calling.due(Set.of(), 9, 9).stream()
                .flatMap(waiting -> waiting.jobs().stream())
                .toList();
    }

    @Test
    void reportsTheWholeJobOnce() {
        var job = finished();

        calling.take(job.id());

        var message = sent.get(0);
        assertThat(message.id()).isEqualTo(job.id());
        assertThat(message.url()).isEqualTo("https://app.example.com/hook");
        assertThat(message.body())
                .isEqualTo(JobView.whole(job, steps.of(job.id())).json().toString());
        assertThat(calling.take(job.id())).isFalse();
        assertThat(job.webhookOutcome()).isEqualTo("status 200");
    }

    @Test
    void callsNobodyBeforeTheEnd() {
        var job = JobMother.jobWithWebhook(work, urls);
        jobs.add(job, JobMother.task(1));

        assertThat(due()).isEmpty();
        assertThat(calling.take(job.id())).isFalse();
        assertThat(sent).isEmpty();
    }

    @Test
    void callsAgainLaterAndLaterAndNotForEver() {
        var job = finished();
        delivery = FAILED;
        var pause = Duration.ofSeconds(10);

        for (int i = 1; i < 8; i++) {
            assertThat(calling.take(job.id())).isTrue();
            clock.advance(pause.minusMillis(1));
            assertThat(due()).isEmpty();
            clock.advance(Duration.ofMillis(1));
            pause = pause.multipliedBy(4);
        }
        calling.take(job.id());
        clock.advance(Duration.ofDays(6));

        assertThat(due()).isEmpty();
        assertThat(sent).hasSize(8);
        assertThat(job.webhookTries()).isEqualTo(8);
    }

    @ParameterizedTest
    @CsvSource({"PT1H, PT1H", "PT1S, PT10S", "PT0S, PT10S"})
    void waitsAsLongAsTheReceiverAsksAndNoShorterThanOtherwise(Duration asked, Duration waited) {
        var job = finished();
        delivery = new Delivery(Delivery.Fate.FAILED, "status 503", asked);

        calling.take(job.id());
        clock.advance(waited.minusMillis(1));
        assertThat(due()).isEmpty();
        clock.advance(Duration.ofMillis(1));

        assertThat(due()).containsExactly(job.id());
    }

    @Test
    void countsCallsByTheirOutcome() {
        finished();
        calling.take(due().get(0));
        var job = finished();
        delivery = FAILED;
        for (int i = 0; i < 8; i++) {
            calling.take(job.id());
            clock.advance(Duration.ofDays(2));
        }
        delivery = HOPELESS;
        calling.take(finished().id());

        assertThat(MetricsText.of(metrics).samples())
                .containsEntry("sociallink_webhook_calls_total{outcome=\"delivered\"}", 1.0)
                .containsEntry("sociallink_webhook_calls_total{outcome=\"failed\"}", 7.0)
                .containsEntry("sociallink_webhook_calls_total{outcome=\"given_up\"}", 2.0);
    }

    @Test
    void endsAfterTheLastTryWhateverTheReceiverAsks() {
        var job = finished();
        delivery = new Delivery(Delivery.Fate.FAILED, "status 503", Duration.ofDays(1));

        for (int i = 0; i < 8; i++) {
            calling.take(job.id());
            clock.advance(Duration.ofDays(1));
        }

        assertThat(due()).isEmpty();
        assertThat(sent).hasSize(8);
    }

    @Test
    void doesNotCallAgainWhenTheClientIsGone() {
        var job = finished();
        delivery = HOPELESS;

        calling.take(job.id());
        clock.advance(Duration.ofDays(6));

        assertThat(due()).isEmpty();
        assertThat(job.webhookOutcome()).isEqualTo("client gone");
    }

    @Test
    void callsInPlaceOfANodeThatDied() {
        var job = finished();
        calling.claiming.claim(job.id());

        assertThat(due()).isEmpty();
        clock.advance(JobClaiming.LEASE.plusSeconds(10));

        assertThat(due()).containsExactly(job.id());
    }

    private Job finished() {
        var job = JobMother.jobWithWebhook(work, urls);
        jobs.add(job, JobMother.task(1));
        steps.add(new JobStep(job.id(), 0).succeed("{\"counted\":0}", Optional.empty()));
        job.finish(1, 0, clock.instant());
        return job;
    }

    @Test
    void doesNotCallAnAddressThatNoKeyOpens() {
        var job = finished();
        urls.seal = SealMother.with("another-key-of-the-tests-of-32-characters");

        assertThat(calling.take(job.id())).isFalse();

        assertThat(sent).isEmpty();
        assertThat(job.webhookOutcome()).isEqualTo("its address opens with no key");
        assertThat(due()).isEmpty();
    }
}
