package com.xpkit.sociallink.profile;

import com.xpkit.sociallink.api.Caller;
import com.xpkit.sociallink.api.HeldByAccount;
import com.xpkit.sociallink.api.ResourceView;
import com.xpkit.sociallink.api.UnknownResource;
import com.xpkit.sociallink.listing.ListRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** Reads profiles for the API; the keys are loaded inside the transaction. */
@ApplicationScoped
@Transactional
public class ProfileKeeping implements HeldByAccount {

    @Inject Profiles profiles;

    @Inject Caller caller;

    /**
     * @throws UnknownResource when there is none in an account that the caller reaches
     */
    public ResourceView named(UUID id) {
        return profiles.find(id)
                .filter(profile -> caller.reaches(profile.account()))
                .map(ProfileView::of)
                .orElseThrow(UnknownResource::new);
    }

    public JsonObject page(ListRequest request) {
        return profiles.page(caller.account(request.account()), request).json(ProfileView::of);
    }

    @Override
    public boolean standsInTheWay(UUID account) {
        return profiles.isAnyIn(account);
    }

    @Override
    public void deleteAllOf(UUID account) {
        profiles.removeAllOf(account);
    }
}
