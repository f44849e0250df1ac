package com.xpkit.sociallink.job;

import com.xpkit.sociallink.kernel.Actor;
import com.xpkit.sociallink.kernel.HeldByAccount;
import com.xpkit.sociallink.kernel.quota.CountedData;
import com.xpkit.sociallink.kernel.quota.QuotaSettings;
import com.xpkit.sociallink.kernel.quota.StoredBytes;
import com.xpkit.sociallink.kernel.work.Task;
import com.xpkit.sociallink.kernel.work.Ticket;
import com.xpkit.sociallink.kernel.work.Work;
import com.xpkit.sociallink.kernel.work.WorkQueue;
import com.xpkit.sociallink.platform.storage.Sizes;
import com.xpkit.sociallink.webhook.Webhooks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;

/** Accepts work from features and stores it as jobs. */
@ApplicationScoped
@Transactional
public class JobQueue implements WorkQueue, HeldByAccount, CountedData {

    @Inject Jobs jobs;

    @Inject AccountTurns turns;

    @Inject Webhooks webhooks;

    @Inject QuotaSettings quotas;

    @Inject StoredBytes stored;

    @Inject WebhookUrls urls;

    @Inject Clock clock;

    @Inject Event<JobAdded> added;

    @Override
    public Ticket submit(Work work, Task task, String info) {
        task.webhook().ifPresent(url -> webhooks.check(task.actor().id(), url));
        refuseTooMany(task);
        var job = new Job(work, task, work.steps(task.input()), info, clock.instant());
        var input = new JobInput(job.id(), task);
        stored.admit(task.account(), Sizes.ROW + input.task().length());
        task.webhook().ifPresent(url -> urls.keep(job, url));
        // for an account that was not created through the API, or whose rows H2 has lost: otherwise
        // no node would look at its jobs
        turns.open(task.account());
        jobs.add(job, input);
        added.fire(new JobAdded());
        return new Ticket(job.id(), info, job.status());
    }

    private void refuseTooMany(Task task) {
        quotas.jobs().admit(() -> jobs.count(task.account(), Deed.RUN), 1);
        if (task.webhook().isPresent()) {
            quotas.webhooks().admit(() -> jobs.count(task.account(), Deed.CALL), 1);
        }
    }

    @Override
    public void openFor(UUID account) {
        turns.open(account);
    }

    @Override
    public long bytesOf(UUID account) {
        return jobs.bytesOf(account);
    }

    @Override
    public void stopWorkFor(UUID account) {
        jobs.removeAllOf(account);
    }

    @Override
    public void deleteAllOf(Actor actor, UUID account) {
        jobs.removeAllOf(account);
    }
}
