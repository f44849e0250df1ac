package com.xpkit.sociallink.api;

import jakarta.json.JsonArray;
import java.util.Set;
import java.util.UUID;

/**
 * What a feature keeps about a profile beside the profile itself: the person may have it, or have it erased.
 * The ids are the profile's own and those of all that were merged into it.
 */
public interface PersonalData {

    /** Under which name an export shows it: {@code merges}. */
    String name();

    /** All of it. */
    JsonArray export(Set<UUID> profiles);

    /** Deletes all of it, in the caller's transaction. */
    void erase(Set<UUID> profiles);
}
