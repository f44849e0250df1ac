package com.xpkit.sociallink.profile.duplicate;

import com.xpkit.sociallink.kernel.AccountDirectory;
import com.xpkit.sociallink.kernel.Actor;
import com.xpkit.sociallink.platform.error.UnknownResource;
import com.xpkit.sociallink.platform.listing.ListRequest;
import com.xpkit.sociallink.platform.rest.ResourceView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** Shows actors the pairs of their profiles. */
@ApplicationScoped
@Transactional
public class DuplicateReading {

    @Inject Duplicates duplicates;

    @Inject AccountDirectory accounts;

    public JsonObject page(Actor actor, ListRequest request) {
        var account = accounts.meantBy(actor, request.account());
        return duplicates.page(account, request).json(DuplicateView::of);
    }

    /**
     * @throws UnknownResource when there is none in an account that the actor may access
     */
    public ResourceView view(Actor actor, UUID id) {
        return DuplicateView.of(actor.reachable(duplicates.find(id)));
    }
}
