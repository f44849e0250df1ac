package com.xpkit.sociallink.profile.keeping;

import com.xpkit.sociallink.storage.Attempts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.UUID;

/** Finds a profile by its keys and adds to it, or makes it, although others do the same at the moment. */
@ApplicationScoped
public class CreateUpdate {

    private static final int TRIES = 5;

    @Inject Upserting upserting;

    public Upserting.Upserted upsert(UUID account, JsonObject members) {
        return Attempts.upTo(TRIES, () -> upserting.upsert(account, members));
    }
}
