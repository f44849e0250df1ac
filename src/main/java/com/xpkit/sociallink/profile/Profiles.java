package com.xpkit.sociallink.profile;

import com.xpkit.sociallink.platform.storage.Sizes;
import com.xpkit.sociallink.profile.duplicate.Duplicates;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** All profiles of all accounts, the keys by which they are found, and the index of their documents. */
@ApplicationScoped
public class Profiles {

    @PersistenceContext EntityManager em;

    @Inject Duplicates duplicates;

    @Inject Sizes sizes;

    public Optional<Profile> find(UUID id) {
        return Optional.ofNullable(em.find(Profile.class, id));
    }

    /** Locked until the caller's transaction ends. */
    public Optional<Profile> findLocked(UUID id) {
        return Optional.ofNullable(em.find(Profile.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    /** The keys with this OpenID or this unionid, with their profiles, in one statement. */
    List<ProfileKey> keysOf(UUID account, LinkedVisitor visitor) {
        var openid =
                "k.kind = "
                        + ProfileKey.number(ProfileKey.WECHAT_OPENID)
                        + " and k.value = :openid";
        var query =
                em.createQuery(
                                "select k from ProfileKey k join fetch k.profile"
                                        + " where k.accountId = :account and "
                                        + (visitor.unionid().isPresent()
                                                ? "(" + openid + " or k.unionid = :unionid)"
                                                : openid),
                                ProfileKey.class)
                        .setParameter("account", account)
                        .setParameter("openid", visitor.openid());
        visitor.unionid().ifPresent(unionid -> query.setParameter("unionid", unionid));
        return query.getResultList();
    }

    /**
     * The keys of an account with any of these values, with their profiles.
     *
     * @param wanted values by kind
     */
    public List<ProfileKey> keysWith(UUID account, Map<String, Set<String>> wanted) {
        var parts = new HashMap<String, Set<String>>(wanted);
        parts.values().removeIf(Set::isEmpty);
        if (parts.isEmpty()) {
            return List.of();
        }
        var anyOf =
                parts.keySet().stream()
                        .map(
                                kind ->
                                        "(k.kind = %d and k.value in :%s)"
                                                .formatted(ProfileKey.number(kind), kind))
                        .sorted()
                        .toList();
        var query =
                em.createQuery(
                                "select k from ProfileKey k join fetch k.profile"
                                        + " where k.accountId = :account and ("
                                        + String.join(" or ", anyOf)
                                        + ")",
                                ProfileKey.class)
                        .setParameter("account", account);
        parts.forEach(query::setParameter);
        return query.getResultList();
    }

    /** The keys with any of these unionids. */
    List<ProfileKey> keysWithUnionid(UUID account, Collection<String> unionids) {
        if (unionids.isEmpty()) {
            return List.of();
        }
        return em.createQuery(
                        "select k from ProfileKey k join fetch k.profile"
                                + " where k.accountId = :account and k.unionid in :unionids",
                        ProfileKey.class)
                .setParameter("account", account)
                .setParameter("unionids", unionids)
                .getResultList();
    }

    /** The keys of several profiles of an account, by profile, each list in order, in one statement. */
    public Map<UUID, List<ProfileKey>> keysOf(UUID account, Collection<Profile> profiles) {
        if (profiles.isEmpty()) {
            return Map.of();
        }
        return em.createQuery(
                        "select k from ProfileKey k where k.accountId = :account"
                                + " and k.profileId in :ids order by k.added",
                        ProfileKey.class)
                .setParameter("account", account)
                .setParameter("ids", profiles.stream().map(Profile::id).toList())
                .getResultStream()
                .collect(Collectors.groupingBy(key -> key.profile().id()));
    }

    /** The approximate size, in bytes, of the documents of several profiles of an account; none is loaded. */
    public long bytesOf(UUID account, Collection<UUID> profiles) {
        return numbers(
                        "select "
                                + sizes.of("p.document")
                                + " from Profile p where p.accountId = :account and p.id in :ids",
                        account,
                        profiles)
                .sum();
    }

    /** The number of keys of several profiles of an account; none is loaded. */
    public long countKeysOf(UUID account, Collection<UUID> profiles) {
        return numbers(
                        "select count(k.value) from ProfileKey k"
                                + " where k.accountId = :account and k.profileId in :ids",
                        account,
                        profiles)
                .sum();
    }

    /** Null counts as 0. Databases return different number types, so the query has none. */
    private LongStream numbers(String jpql, UUID account, Collection<UUID> profiles) {
        return ((List<?>)
                        em.createQuery(jpql)
                                .setParameter("account", account)
                                .setParameter("ids", profiles)
                                .getResultList())
                .stream().filter(Objects::nonNull).mapToLong(size -> ((Number) size).longValue());
    }

    /** The approximate size, in bytes, of all profiles of an account, including their keys. */
    public long bytesOfAll(UUID account) {
        return sizes.ofRows(account, "profile a", "a.document")
                + sizes.ofRows(
                        account,
                        "profile_indexed_value a",
                        "a.path",
                        "a.indexed_value",
                        "a.long_text")
                + sizes.ofRows(
                        account, "profile_key a", "a.key_value", "a.nickname", "a.headimgurl");
    }

    List<ProfileIndexedValue> indexOf(Profile profile) {
        return em.createQuery(
                        "select m from ProfileIndexedValue m where m.profileId = :id",
                        ProfileIndexedValue.class)
                .setParameter("id", profile.id())
                .getResultList();
    }

    public void add(Profile profile) {
        em.persist(profile);
    }

    void add(ProfileKey key) {
        em.persist(key);
    }

    void add(ProfileIndexedValue row) {
        em.persist(row);
    }

    void remove(ProfileKey key) {
        em.remove(key);
    }

    void remove(ProfileIndexedValue row) {
        em.remove(row);
    }

    /** Removes its keys too, unless they have moved to another profile, and its index and its pairs. */
    public void remove(Profile profile) {
        duplicates.forget(profile.id());
        em.createQuery("delete from ProfileIndexedValue m where m.profileId = :id")
                .setParameter("id", profile.id())
                .executeUpdate();
        profile.keys().forEach(em::remove);
        em.remove(profile);
        em.flush();
    }

    /** Flushes, so that the database checks the changes now. */
    public void flush() {
        em.flush();
    }

    public boolean isAnyIn(UUID account) {
        return !em.createQuery(
                        "select p.id from Profile p where p.accountId = :account", UUID.class)
                .setParameter("account", account)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    public void removeAllOf(UUID account) {
        for (var entity : List.of("Duplicate", "ProfileIndexedValue", "ProfileKey", "Profile")) {
            em.createQuery("delete from " + entity + " e where e.accountId = :account")
                    .setParameter("account", account)
                    .executeUpdate();
        }
    }
}
