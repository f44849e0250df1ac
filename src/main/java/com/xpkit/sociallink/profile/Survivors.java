package com.xpkit.sociallink.profile;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Says what a profile has become part of, to those who must not know how merges are kept. */
public interface Survivors {

    /** The profile that a merged one is part of now, also when that was merged on; empty for any other. */
    Optional<Survivor> of(UUID merged);

    /** The profiles that became part of this one, also those that had become part of one of them. */
    Set<UUID> parts(UUID survivor);

    /**
     * @param account whose the profiles are
     * @param profile what is left
     */
    record Survivor(UUID account, UUID profile) {}
}
