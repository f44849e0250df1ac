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

/** Claims finished jobs whose webhooks are due, and records the result of the call. */
@ApplicationScoped
@Transactional
public class CallClaiming {

    @Inject Jobs jobs;

    @Inject WebhookUrls urls;

    @Inject JobSteps steps;

    @Inject FairOrder order;

    @Inject WebhookSettings settings;

    @Inject Clock clock;

    /** The jobs whose webhooks wait to be called. */
    public List<Waiting> due(Set<UUID> full, int accounts, int max) {
        return order.due(Deed.CALL, full, accounts, max);
    }

    /** Empty if there is nothing left to do. */
    public Optional<WebhookLease> claim(UUID id) {
        var now = clock.instant();
        return jobs.find(id)
                .filter(job -> job.isDue(now) && job.isFinished())
                .flatMap(job -> call(job, now));
    }

    private Optional<WebhookLease> call(Job job, Instant now) {
        var url = urls.find(job);
        if (url.isEmpty()) {
            job.recordCall("its address opens with no key", Optional.empty());
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

    /** Returns when the webhook is called again; empty if it is not. */
    public Optional<Instant> write(WebhookLease call, Delivery delivery) {
        var next =
                Optional.of(delivery)
                        .filter(Delivery::isWorthRepeating)
                        .flatMap(failed -> settings.pauseAfter(call.tries()))
                        .map(pause -> later(pause, delivery.pause()))
                        .map(pause -> clock.instant().plus(pause));
        jobs.lock(call.job())
                .filter(job -> job.isHeldUntil(call.lease()))
                .ifPresent(job -> job.recordCall(delivery.words(), next));
        return next;
    }

    /** The longer of our pause and the one that the receiver asked for. */
    private static Duration later(Duration ours, Duration theirs) {
        return ours.compareTo(theirs) < 0 ? theirs : ours;
    }
}
