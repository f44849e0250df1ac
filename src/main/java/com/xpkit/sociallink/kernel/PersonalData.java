package com.xpkit.sociallink.kernel;

import jakarta.json.JsonObject;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What a feature stores about a profile outside the profile itself. The person may request an export or its erasure.
 * The ids are the profile's own and those of all profiles that were merged into it.
 */
public interface PersonalData {

    /** The name of the member in an export, such as {@code merges}. */
    String name();

    /**
     * All of it, one by one. A large item is read in its own transaction when the stream reaches it, so that they are
     * never all in memory; items that are erased in the meantime are left out.
     */
    Stream<JsonObject> export(Set<UUID> profiles);

    /** Deletes all of it, in the caller's transaction. */
    void erase(Set<UUID> profiles);
}
