package com.xpkit.sociallink.profile;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Reports which profile a merged one is now part of, without exposing how merges are stored. */
public interface Survivors {

    /** The profile that a merged one is now part of, even if that was merged further; empty for any other profile. */
    Optional<Survivor> of(UUID merged);

    /** The profiles that were merged into this one, directly or through others. */
    Set<UUID> parts(UUID survivor);

    /**
     * @param account the owner of the profiles
     * @param profile the remaining one
     */
    record Survivor(UUID account, UUID profile) {}
}
