package com.xpkit.sociallink.job;

import static java.lang.System.Logger.Level.INFO;

import com.xpkit.sociallink.platform.metrics.Metrics;
import com.xpkit.sociallink.webhook.Delivery;
import com.xpkit.sociallink.webhook.Webhooks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Calls the webhooks of finished jobs, each at least once: a node can die between the call and the record of its success.
 */
@ApplicationScoped
public class JobCalling implements JobWorker {

    private static final System.Logger LOG = System.getLogger(JobCalling.class.getName());

    @Inject CallClaiming claiming;

    @Inject Webhooks webhooks;

    @Inject Metrics metrics;

    @Override
    public List<Waiting> due(Set<UUID> full, int accounts, int jobs) {
        return claiming.due(full, accounts, jobs);
    }

    @Override
    public boolean take(UUID job) {
        var call = claiming.claim(job);
        call.ifPresent(this::call);
        return call.isPresent();
    }

    /** No transaction is open while the receiver works. */
    private void call(WebhookLease call) {
        var delivery = webhooks.send(call.message());
        var next = claiming.write(call, delivery);
        if (delivery.isDelivered()) {
            metrics.jobs().delivered();
        } else {
            fail(call, delivery, next);
        }
    }

    private void fail(WebhookLease call, Delivery delivery, Optional<Instant> next) {
        metrics.jobs().failed(next.isEmpty());
        LOG.log(
                INFO,
                "webhook failed job={0} account={1} reason=\"{2}\" try={3} next={4}",
                call.job(),
                call.account(),
                delivery.words(),
                Integer.toString(call.tries()),
                next.map(Instant::toString).orElse("never"));
    }
}
