package com.xpkit.sociallink.kernel;

import jakarta.json.JsonObject;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What a feature keeps about a profile beside the profile itself: the person may have it, or have it erased.
 * The ids are the profile's own and those of all that were merged into it.
 */
public interface PersonalData {

    /** Under which name an export shows it: {@code merges}. */
    String name();

    /**
     * All of it, one after the other. A large one is read in a transaction of its own, when the stream comes to it, so that
     * nobody holds all of them at once; what is erased meanwhile is left out.
     */
    Stream<JsonObject> export(Set<UUID> profiles);

    /** Deletes all of it, in the caller's transaction. */
    void erase(Set<UUID> profiles);
}
