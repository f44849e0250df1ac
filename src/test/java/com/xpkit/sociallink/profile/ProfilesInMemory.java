package com.xpkit.sociallink.profile;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

/** Profiles without a database. */
public final class ProfilesInMemory extends Profiles {

    private final Map<UUID, Profile> profiles = new LinkedHashMap<>();
    private final List<ProfileKey> keys = new ArrayList<>();
    private final Map<ProfileIndexedValue, Profile> members = new LinkedHashMap<>();
    private final List<UUID> locked = new ArrayList<>();
    private int writes;

    /** Whether any query is an error. */
    public boolean isAway;

    @Override
    public Optional<Profile> find(UUID id) {
        return Optional.ofNullable(profiles.get(id));
    }

    @Override
    public Optional<Profile> findLocked(UUID id) {
        locked.add(id);
        return find(id);
    }

    @Override
    List<ProfileKey> keysOf(UUID account, LinkedVisitor visitor) {
        return keys(
                account,
                key ->
                        key.isOpenid(visitor.openid())
                                || visitor.unionid()
                                        .filter(id -> id.equals(key.unionid()))
                                        .isPresent());
    }

    @Override
    public List<ProfileKey> keysWith(UUID account, Map<String, Set<String>> wanted) {
        if (isAway) {
            throw new IllegalStateException("the database is away");
        }
        return keys(
                account, key -> wanted.getOrDefault(key.kind(), Set.of()).contains(key.value()));
    }

    @Override
    List<ProfileKey> keysWithUnionid(UUID account, Collection<String> unionids) {
        return keys(account, key -> unionids.stream().anyMatch(id -> id.equals(key.unionid())));
    }

    private List<ProfileKey> keys(UUID account, Predicate<ProfileKey> wanted) {
        return keys.stream()
                .filter(key -> key.profile().account().equals(account))
                .filter(wanted)
                .toList();
    }

    @Override
    List<ProfileIndexedValue> indexOf(Profile profile) {
        return members.keySet().stream()
                .filter(member -> members.get(member).equals(profile))
                .toList();
    }

    @Override
    public void add(Profile profile) {
        profiles.put(profile.id(), profile);
        writes++;
    }

    @Override
    void add(ProfileKey key) {
        keys.add(key);
        writes++;
    }

    @Override
    void add(ProfileIndexedValue member) {
        members.put(member, membersProfile(member));
        writes++;
    }

    /**
     * @param row a profile or one of its keys
     */
    void insert(Object row) {
        if (row instanceof Profile profile) {
            add(profile);
        } else {
            add((ProfileKey) row);
        }
    }

    private Profile membersProfile(ProfileIndexedValue member) {
        return profiles.get((UUID) column(ProfileIndexedValue.class, "profileId", member));
    }

    @Override
    void remove(ProfileKey key) {
        keys.remove(key);
        writes++;
    }

    @Override
    void remove(ProfileIndexedValue member) {
        members.remove(member);
        writes++;
    }

    @Override
    public void flush() {}

    public int count() {
        return profiles.size();
    }

    /** How many rows were added and removed. */
    int writes() {
        return writes;
    }

    List<UUID> locked() {
        return locked;
    }

    Profile profile(UUID id) {
        return profiles.get(id);
    }

    ProfileKey key(String openid) {
        return keys.stream().filter(key -> key.isOpenid(openid)).findFirst().orElseThrow();
    }

    List<String> openids(UUID profile) {
        return keys.stream()
                .filter(key -> key.profile().id().equals(profile))
                .map(ProfileKey::value)
                .toList();
    }

    /** The unionids in the database's unique key, without their account; nothing else reads the column. */
    List<String> firstUnionids() {
        return keys.stream()
                .filter(key -> column(ProfileKey.class, "firstUnionid", key) != null)
                .map(ProfilesInMemory::claimed)
                .toList();
    }

    /** The row's unionid, which its claim must be of. */
    private static String claimed(ProfileKey key) {
        var claim = column(ProfileKey.class, "firstUnionid", key);
        return claim.equals(ProfileKey.claim(key.profile().account(), key.unionid()))
                ? key.unionid()
                : "not " + key.unionid();
    }

    private static <T> Object column(Class<T> type, String name, T row) {
        try {
            Field column = type.getDeclaredField(name);
            column.setAccessible(true);
            return column.get(row);
        } catch (ReflectiveOperationException renamed) {
            throw new AssertionError(renamed);
        }
    }
}
