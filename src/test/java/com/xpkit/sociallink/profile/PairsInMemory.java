package com.xpkit.sociallink.profile;

import com.xpkit.sociallink.profile.duplicate.Duplicates;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Pairs of profiles of the same person, without a database. */
final class PairsInMemory extends Duplicates {

    final Set<Set<UUID>> pairs = new HashSet<>();

    @Override
    public void note(UUID account, String unionid, UUID one, UUID two) {
        pairs.add(Set.of(one, two));
    }

    @Override
    public void replace(UUID account, UUID profile, Map<UUID, String> others) {
        pairs.removeIf(pair -> pair.contains(profile));
        others.forEach((other, unionid) -> note(account, unionid, profile, other));
    }
}
