package com.xpkit.sociallink.job;

import com.xpkit.sociallink.api.HeldByAccount;
import com.xpkit.sociallink.job.webhook.Webhooks;
import com.xpkit.sociallink.work.Task;
import com.xpkit.sociallink.work.Ticket;
import com.xpkit.sociallink.work.Work;
import com.xpkit.sociallink.work.WorkQueue;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;

/** Takes in what features want done. */
@ApplicationScoped
@Transactional
public class JobQueue implements WorkQueue, HeldByAccount {

    @Inject Jobs jobs;

    @Inject Webhooks webhooks;

    @Inject WebhookUrls urls;

    @Inject Clock clock;

    @Inject Event<JobAdded> added;

    @Override
    public Ticket submit(Work work, Task task, String info) {
        task.webhook().ifPresent(url -> webhooks.check(task.client(), url));
        var job = new Job(work, task, work.steps(task.input()), info, clock.instant());
        task.webhook().ifPresent(url -> urls.keep(job, url));
        jobs.add(job, task.input().toString());
        added.fire(new JobAdded());
        return new Ticket(job.id(), info, job.status());
    }

    @Override
    public boolean standsInTheWay(UUID account) {
        return false;
    }

    @Override
    public void stopWorkFor(UUID account) {
        jobs.removeAllOf(account);
    }

    @Override
    public void deleteAllOf(UUID account) {
        jobs.removeAllOf(account);
    }
}
