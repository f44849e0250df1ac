package com.xpkit.sociallink.profile.merge;

import com.xpkit.sociallink.platform.listing.Field;
import com.xpkit.sociallink.platform.listing.Fields;
import com.xpkit.sociallink.platform.listing.ListRequest;
import com.xpkit.sociallink.platform.listing.Lists;
import com.xpkit.sociallink.platform.listing.Page;
import com.xpkit.sociallink.platform.listing.Rows;
import com.xpkit.sociallink.platform.listing.document.IndexedValue;
import com.xpkit.sociallink.platform.listing.document.IndexedValueRows;
import com.xpkit.sociallink.platform.storage.Sizes;
import com.xpkit.sociallink.profile.Survivors;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The records of all merges, and the profiles that were merged into others. */
@ApplicationScoped
public class Merges implements Survivors {

    private static final IndexedValueRows CHANGES =
            IndexedValueRows.forShortLists("MergeIndexedValue", "mergeId");

    static final Fields FIELDS =
            Fields.of(
                            Field.uuid("authority", "e.authorityId"),
                            Field.uuids(
                                    "profiles",
                                    "e.id",
                                    "e.id in (select m.mergeId from MergedProfile m where"
                                            + " m.accountId = :account and {m.profileId})"),
                            Field.id("merged_by", "e.mergedBy"),
                            Field.time("undone", "e.undone"),
                            Field.id("undone_by", "coalesce(e.undoneBy, '')"),
                            CHANGES.field("changes.member"),
                            CHANGES.field("changes.change"),
                            CHANGES.field("changes.value"),
                            CHANGES.field("changes.before"),
                            CHANGES.field("changes.from"))
                    .orElse(Merges::insideOfAValue, CHANGES::found);

    private static final String OF_PROFILE =
            "(e.authorityId = :only or e.id in"
                    + " (select m.mergeId from MergedProfile m where m.profileId = :only))";

    private static final String ABOUT =
            "e.authorityId in :ids or e.id in"
                    + " (select m.mergeId from MergedProfile m where m.profileId in :ids)";

    @PersistenceContext EntityManager em;

    @Inject Lists lists;

    @Inject Sizes sizes;

    /** If a value is an object, its members are fields too. */
    private static Optional<Field> insideOfAValue(String name) {
        return Optional.of(CHANGES.field(name))
                .filter(field -> name.startsWith("changes.value."))
                .filter(field -> Field.storable(name).isPresent());
    }

    /** The approximate size, in bytes, of all records of an account. */
    long bytesOfAll(UUID account) {
        return sizes.ofRows(account, "profile_merge a", "a.changes")
                + sizes.ofRows(account, "merged_profile a", "a.document")
                + sizes.ofRows(
                        account,
                        "merge_indexed_value a",
                        "a.path",
                        "a.indexed_value",
                        "a.long_text");
    }

    Optional<Merge> find(UUID id) {
        return Optional.ofNullable(em.find(Merge.class, id));
    }

    /** The merges of a profile, as authority or as part. */
    Page<Merge> page(UUID account, UUID profile, ListRequest request) {
        return lists.page(
                Rows.of(account, Merge.class).only(OF_PROFILE, profile).withText("e.changes"),
                request);
    }

    /**
     * @param changes the values inside the record's changes
     */
    void add(Merge merge, List<MergedProfile> merged, Set<IndexedValue> changes) {
        em.persist(merge);
        em.flush();
        merged.forEach(em::persist);
        for (var value : changes) {
            em.persist(new MergeIndexedValue(merge, value));
        }
    }

    /** The ids of the profiles that were merged by several merges, by merge; their documents are not loaded. */
    Map<UUID, List<UUID>> partsOf(Collection<Merge> merges) {
        if (merges.isEmpty()) {
            return Map.of();
        }
        return em.createQuery(
                        "select m.mergeId, m.profileId from MergedProfile m where m.mergeId in :ids"
                                + " order by m.mergeId, m.profileId",
                        Object[].class)
                .setParameter("ids", merges.stream().map(Merge::id).toList())
                .getResultStream()
                .collect(
                        Collectors.groupingBy(
                                row -> (UUID) row[0],
                                Collectors.mapping(row -> (UUID) row[1], Collectors.toList())));
    }

    List<UUID> partsOf(Merge merge) {
        return partsOf(List.of(merge)).getOrDefault(merge.id(), List.of());
    }

    /** The profiles that a merge merged, with their documents. */
    List<MergedProfile> sides(Merge merge) {
        return em.createQuery(
                        "select m from MergedProfile m where m.mergeId = :id order by m.profileId",
                        MergedProfile.class)
                .setParameter("id", merge.id())
                .getResultList();
    }

    @Override
    public Optional<Survivor> of(UUID merged) {
        var step = standing(merged);
        var last = step;
        // a profile is never merged into its own part, so this ends
        while (step.isPresent()) {
            last = step;
            step = standing(step.get().survivor());
        }
        return last.map(side -> new Survivor(side.account(), side.survivor()));
    }

    /** The row of the merge by which the profile is now part of another; empty when it is not. */
    Optional<MergedProfile> standing(UUID profile) {
        return em.createQuery(
                        "select m from MergedProfile m"
                                + " where m.profileId = :id and m.isUndone = false",
                        MergedProfile.class)
                .setParameter("id", profile)
                .getResultStream()
                .findFirst();
    }

    @Override
    public Set<UUID> parts(UUID survivor) {
        var parts = new LinkedHashSet<UUID>();
        var ids = List.of(survivor);
        while (!ids.isEmpty()) {
            ids =
                    em.createQuery(
                                    "select m.profileId from MergedProfile m"
                                            + " where m.survivorId in :ids and m.isUndone = false",
                                    UUID.class)
                            .setParameter("ids", ids)
                            .getResultStream()
                            .filter(parts::add)
                            .toList();
        }
        return parts;
    }

    /** Deletes by id: the records and their documents are not loaded. */
    void removeAbout(Set<UUID> profiles) {
        for (var id : idsAbout(profiles)) {
            delete("delete from MergeIndexedValue m where m.mergeId = :id", id);
            delete("delete from MergedProfile m where m.mergeId = :id", id);
            delete("delete from Merge m where m.id = :id", id);
        }
    }

    /** The ids of the merges of any of these profiles, as authority or as part, oldest first. */
    List<UUID> idsAbout(Set<UUID> profiles) {
        return em.createQuery(
                        "select e.id from Merge e where " + ABOUT + " order by e.created, e.id",
                        UUID.class)
                .setParameter("ids", profiles)
                .getResultStream()
                .toList();
    }

    private void delete(String jpql, UUID id) {
        em.createQuery(jpql).setParameter("id", id).executeUpdate();
    }

    void flush() {
        em.flush();
    }

    void removeAllOf(UUID account) {
        for (var entity : List.of("MergeIndexedValue", "MergedProfile", "Merge")) {
            em.createQuery("delete from " + entity + " e where e.accountId = :account")
                    .setParameter("account", account)
                    .executeUpdate();
        }
    }
}
