package com.xpkit.sociallink.profile.list;

import com.xpkit.sociallink.kernel.AccountDirectory;
import com.xpkit.sociallink.kernel.Actor;
import com.xpkit.sociallink.platform.listing.ListRequest;
import com.xpkit.sociallink.platform.listing.Lists;
import com.xpkit.sociallink.platform.listing.Rows;
import com.xpkit.sociallink.profile.Profile;
import com.xpkit.sociallink.profile.ProfileView;
import com.xpkit.sociallink.profile.Profiles;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.transaction.Transactional;
import java.util.List;

/** Lists profiles; the keys of a page are loaded together. */
@ApplicationScoped
@Transactional
public class ProfileListing {

    private static final String KEYS =
            "coalesce((select count(k.value) from ProfileKey k where k.profileId = e.id), 0)";

    @Inject Lists lists;

    @Inject Profiles profiles;

    @Inject AccountDirectory accounts;

    public JsonObject page(Actor actor, ListRequest request) {
        var account = accounts.meantBy(actor, request.account());
        var page =
                lists.page(
                        Rows.of(account, Profile.class).withText("e.document").withParts(KEYS),
                        request);
        var keys = profiles.keysOf(account, page.rows());
        return page.json(
                profile -> ProfileView.of(profile, keys.getOrDefault(profile.id(), List.of())));
    }
}
