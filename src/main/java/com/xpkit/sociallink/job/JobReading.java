package com.xpkit.sociallink.job;

import static java.util.stream.Collectors.groupingBy;

import com.xpkit.sociallink.kernel.AccountDirectory;
import com.xpkit.sociallink.kernel.Actor;
import com.xpkit.sociallink.platform.error.UnknownResource;
import com.xpkit.sociallink.platform.listing.ListRequest;
import com.xpkit.sociallink.platform.rest.ResourceView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;

/** Shows actors their jobs. */
@ApplicationScoped
@Transactional
public class JobReading {

    @Inject Jobs jobs;

    @Inject JobSteps steps;

    @Inject AccountDirectory accounts;

    /**
     * @throws UnknownResource if there is no such job in an account that the actor can reach
     */
    public ResourceView named(Actor actor, UUID id) {
        var job = actor.reachable(jobs.find(id));
        return JobView.whole(job, job.isFinished() ? steps.of(id) : List.of());
    }

    public JsonObject page(Actor actor, ListRequest request) {
        var page = jobs.page(accounts.meantBy(actor, request.account()), request);
        var single = page.rows().stream().filter(job -> !job.isBulk()).map(Job::id).toList();
        var firsts = steps.firstOf(single).stream().collect(groupingBy(JobStep::job));
        return page.json(job -> JobView.brief(job, firsts.getOrDefault(job.id(), List.of())));
    }
}
