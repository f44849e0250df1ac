package com.xpkit.sociallink.profile;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** Profiles without a database. */
final class ProfilesInMemory extends Profiles {

    private final Map<UUID, Profile> profiles = new LinkedHashMap<>();
    private final List<ProfileKey> keys = new ArrayList<>();

    @Override
    List<ProfileKey> keysOf(UUID account, LinkedVisitor visitor) {
        return keys.stream()
                .filter(key -> key.profile().account().equals(account))
                .filter(
                        key ->
                                key.isOpenid(visitor.openid())
                                        || visitor.unionid()
                                                .filter(id -> id.equals(key.unionid()))
                                                .isPresent())
                .toList();
    }

    @Override
    public void add(Profile profile) {
        profiles.put(profile.id(), profile);
    }

    @Override
    void add(ProfileKey key) {
        keys.add(key);
    }

    int count() {
        return profiles.size();
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

    /** What the unique key of the database sees; nothing else reads the column. */
    List<String> firstUnionids() {
        return keys.stream().map(ProfilesInMemory::firstUnionid).filter(Objects::nonNull).toList();
    }

    private static String firstUnionid(ProfileKey key) {
        try {
            Field column = ProfileKey.class.getDeclaredField("firstUnionid");
            column.setAccessible(true);
            return (String) column.get(key);
        } catch (ReflectiveOperationException renamed) {
            throw new AssertionError(renamed);
        }
    }
}
