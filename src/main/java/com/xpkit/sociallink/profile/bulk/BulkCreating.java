package com.xpkit.sociallink.profile.bulk;

import static com.xpkit.sociallink.platform.json.SharedJson.JSON;

import com.xpkit.sociallink.kernel.AccountDirectory;
import com.xpkit.sociallink.kernel.Actor;
import com.xpkit.sociallink.kernel.work.Task;
import com.xpkit.sociallink.kernel.work.Ticket;
import com.xpkit.sociallink.kernel.work.WorkQueue;
import com.xpkit.sociallink.platform.json.JsonDocument;
import com.xpkit.sociallink.profile.ProfileSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

/** Accepts many profiles, to be created by a job. */
@ApplicationScoped
@Transactional
public class BulkCreating {

    @Inject BulkWork work;

    @Inject WorkQueue queue;

    @Inject ProfileSettings settings;

    @Inject AccountDirectory accounts;

    public Ticket submit(Actor actor, JsonDocument body) {
        var form = BulkForm.of(body, settings.maxProfiles());
        var input =
                JSON.createObjectBuilder()
                        .add("profiles", JSON.createArrayBuilder(form.profiles()))
                        .add("update", form.isUpdate())
                        .build();
        var task = new Task(accounts.meantBy(actor, form.account()), actor, input, form.webhook());
        return queue.submit(work, task, info(form));
    }

    private static String info(BulkForm form) {
        var many = form.profiles().size();
        return (many == 1 ? "1 profile" : many + " profiles")
                + (form.isUpdate() ? " will be created or updated." : " will be created.");
    }
}
