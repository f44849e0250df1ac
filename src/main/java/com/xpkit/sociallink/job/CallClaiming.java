package com.xpkit.sociallink.job;

import com.xpkit.sociallink.webhook.Delivery;
import com.xpkit.sociallink.webhook.WebhookMessage;
import com.xpkit.sociallink.webhook.WebhookSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Takes finished jobs whose webhooks are due, and writes down what became of the call. */
@ApplicationScoped
@Transactional
public class CallClaiming {

    @Inject Jobs jobs;

    @Inject WebhookUrls urls;

    @Inject JobSteps steps;

    @Inject FairOrder order;

    @Inject WebhookSettings settings;

    @Inject Clock clock;

    /** Jobs whose webhooks wait to be called. */
    public List<Waiting> due(Set<UUID> full, int accounts, int most) {
        return order.due(Deed.CALL, full, accounts, most);
    }

    /** Empty when there is nothing to do any more. */
    public Optional<WebhookLease> claim(UUID id) {
        var now = clock.instant();
        return jobs.find(id)
                .filter(job -> job.isDue(now) && job.isFinished())
                .flatMap(job -> call(job, now));
    }

    private Optional<WebhookLease> call(Job job, Instant now) {
        var url = urls.find(job);
        if (url.isEmpty()) {
            job.tellWebhook("its address opens with no key", Optional.empty());
        }
        return url.map(address -> call(job, address, now));
    }

    private WebhookLease call(Job job, String url, Instant now) {
        var lease = job.lease(now.plus(JobClaiming.LEASE).plus(settings.timeout()));
        jobs.flush();
        var body = JobView.whole(job, steps.of(job.id())).json().toString();
        var message = new WebhookMessage(job.id(), url, job.client(), body);
        order.take(job, Deed.CALL);
        return new WebhookLease(job.account(), message, lease, job.webhookTries() + 1);
    }

    /** When it is tried again; empty when it never is. */
    public Optional<Instant> write(WebhookLease call, Delivery delivery) {
        var next =
                Optional.of(delivery)
                        .filter(Delivery::isWorthRepeating)
                        .flatMap(failed -> settings.pauseAfter(call.tries()))
                        .map(pause -> later(pause, delivery.pause()))
                        .map(pause -> clock.instant().plus(pause));
        jobs.lock(call.job())
                .filter(job -> job.isHeldUntil(call.lease()))
                .ifPresent(job -> job.tellWebhook(delivery.words(), next));
        return next;
    }

    /** Not before the receiver wants it, and not sooner than without its wish. */
    private static Duration later(Duration ours, Duration theirs) {
        return ours.compareTo(theirs) < 0 ? theirs : ours;
    }
}
