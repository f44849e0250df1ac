package com.xpkit.sociallink.profile.edit;

import com.xpkit.sociallink.kernel.AccountDirectory;
import com.xpkit.sociallink.kernel.Actor;
import com.xpkit.sociallink.platform.json.JsonDocument;
import com.xpkit.sociallink.platform.storage.Attempts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Finds a profile by its keys and adds to it, or makes it, although others do the same at the moment. */
@ApplicationScoped
public class CreateUpdate {

    private static final int TRIES = 5;

    @Inject Upserting upserting;

    @Inject AccountDirectory accounts;

    public Upserting.Upserted upsert(Actor actor, JsonDocument body) {
        var written = ProfileBody.of(body);
        var account = accounts.meantBy(actor, written.account());
        return Attempts.upTo(TRIES, () -> upserting.upsert(actor, account, written.members()));
    }
}
