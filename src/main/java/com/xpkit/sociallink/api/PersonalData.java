package com.xpkit.sociallink.api;

import jakarta.json.JsonArray;
import java.util.UUID;

/** What a feature keeps about a profile beside the profile itself: the person may have it, or have it erased. */
public interface PersonalData {

    /** Under which name an export shows it: {@code merges}. */
    String name();

    /** All of it. */
    JsonArray export(UUID profile);

    /** Deletes all of it, in the caller's transaction. */
    void erase(UUID profile);
}
