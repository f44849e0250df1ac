package com.xpkit.sociallink.profile.duplicate;

import com.xpkit.sociallink.platform.listing.Field;
import com.xpkit.sociallink.platform.listing.Fields;
import com.xpkit.sociallink.platform.listing.ListRequest;
import com.xpkit.sociallink.platform.listing.Lists;
import com.xpkit.sociallink.platform.listing.Page;
import com.xpkit.sociallink.platform.listing.Rows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** All pairs of profiles that seem to be the same person. */
@ApplicationScoped
public class Duplicates {

    static final Fields FIELDS =
            Fields.of(
                    Field.uuids("profiles", "e.profileId", "({e.profileId} or {e.otherId})"),
                    Field.text("unionid", "e.unionid"));

    @PersistenceContext EntityManager em;

    @Inject Lists lists;

    @Inject Clock clock;

    Optional<Duplicate> find(UUID id) {
        return Optional.ofNullable(em.find(Duplicate.class, id));
    }

    Page<Duplicate> page(UUID account, ListRequest request) {
        return lists.page(Rows.of(account, Duplicate.class), request);
    }

    /** Stores a pair, once. */
    public void note(UUID account, String unionid, UUID one, UUID two) {
        if (find(Duplicate.id(one, two)).isEmpty()) {
            em.persist(new Duplicate(account, one, two, unionid, clock.instant()));
        }
    }

    /**
     * Replaces the pairs of a profile that was written.
     *
     * @param others the other profiles, each with the shared unionid
     */
    public void replace(UUID account, UUID profile, Map<UUID, String> others) {
        var unknown = new HashMap<UUID, String>();
        others.forEach((other, unionid) -> unknown.put(Duplicate.id(profile, other), unionid));
        for (var pair : of(profile)) {
            if (unknown.remove(pair.id()) == null) {
                em.remove(pair);
            }
        }
        others.forEach(
                (other, unionid) -> {
                    if (unknown.containsKey(Duplicate.id(profile, other))) {
                        em.persist(
                                new Duplicate(account, profile, other, unionid, clock.instant()));
                    }
                });
    }

    /** The pairs that a profile is part of. */
    public List<Duplicate> of(UUID profile) {
        return em.createQuery(
                        "select d from Duplicate d where d.profileId = :id or d.otherId = :id",
                        Duplicate.class)
                .setParameter("id", profile)
                .getResultList();
    }

    /** Removes the pairs of a profile that is deleted. */
    public void forget(UUID profile) {
        of(profile).forEach(em::remove);
        em.flush();
    }
}
