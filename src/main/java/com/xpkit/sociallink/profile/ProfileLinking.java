package com.xpkit.sociallink.profile;

import com.xpkit.sociallink.kernel.Actor;
import com.xpkit.sociallink.kernel.change.Change;
import com.xpkit.sociallink.kernel.change.Change.Action;
import com.xpkit.sociallink.kernel.change.Change.Kind;
import com.xpkit.sociallink.kernel.change.Changes;
import com.xpkit.sociallink.profile.duplicate.Duplicates;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * Turns a visitor into a profile, in the caller's transaction. If two transactions meet the same new visitor, a unique
 * key refuses the later one; the caller tries again and finds the profile that the first one created.
 */
@ApplicationScoped
public class ProfileLinking {

    @Inject Profiles profiles;

    @Inject Duplicates duplicates;

    @Inject Changes changes;

    @Inject Clock clock;

    /**
     * The visitor's profile, found or new. The OpenID takes precedence over the unionid: if they lead to two profiles,
     * these are not merged unexpectedly, but noted as a pair.
     */
    public LinkedProfile link(UUID account, LinkedVisitor visitor) {
        var known = profiles.keysOf(account, visitor);
        var isFirst =
                visitor.unionid().isPresent() && known.stream().noneMatch(sameUnionid(visitor));
        return own(known, visitor)
                .map(key -> update(key, known, visitor, isFirst))
                .or(() -> sharedProfile(known, visitor).map(p -> append(p, visitor, isFirst)))
                .orElseGet(() -> create(account, visitor, isFirst));
    }

    /** The id of the profile to which a link of this visitor would write now; empty when it would create one. */
    public Optional<UUID> find(UUID account, LinkedVisitor visitor) {
        var known = profiles.keysOf(account, visitor);
        return own(known, visitor)
                .map(ProfileKey::profile)
                .or(() -> sharedProfile(known, visitor))
                .map(Profile::id);
    }

    /** Must be the first statement in a transaction: on MariaDB, anything read before the lock can be stale. */
    public void lock(UUID profile) {
        profiles.findLocked(profile);
    }

    private static Optional<ProfileKey> own(List<ProfileKey> known, LinkedVisitor visitor) {
        return known.stream().filter(key -> key.isOpenid(visitor.openid())).findFirst();
    }

    private static Predicate<ProfileKey> sameUnionid(LinkedVisitor visitor) {
        return key -> visitor.unionid().filter(id -> id.equals(key.unionid())).isPresent();
    }

    /**
     * The profile that the unionid leads to. Two OpenIDs of one Official Account with the same unionid are not a real
     * person (WeChat's snapshot pages have produced such pairs), so they never share a profile.
     */
    private static Optional<Profile> sharedProfile(List<ProfileKey> known, LinkedVisitor visitor) {
        return known.stream().anyMatch(key -> key.isThrough(visitor.appId()))
                ? Optional.empty()
                : known.stream().findFirst().map(ProfileKey::profile);
    }

    private LinkedProfile update(
            ProfileKey key, List<ProfileKey> known, LinkedVisitor visitor, boolean isFirst) {
        var profile = key.profile();
        var before = seen(profile);
        // both must learn, so no short-circuit
        if (key.learn(visitor, isFirst) | profile.learn(visitor)) {
            profile.changed(clock.instant());
        }
        known.stream()
                .filter(key::isDoubleOf)
                .forEach(
                        other ->
                                duplicates.note(
                                        profile.account(),
                                        key.unionid(),
                                        profile.id(),
                                        other.profile().id()));
        tell(Action.VISITED, profile, before);
        return new LinkedProfile(profile.id(), List.of());
    }

    private LinkedProfile append(Profile profile, LinkedVisitor visitor, boolean isFirst) {
        var before = seen(profile);
        profile.learn(visitor);
        profile.changed(clock.instant());
        var key = key(profile, visitor, isFirst);
        tell(Action.LINKED, profile, before);
        return new LinkedProfile(profile.id(), List.of(key));
    }

    private LinkedProfile create(UUID account, LinkedVisitor visitor, boolean isFirst) {
        var profile = new Profile(account, clock.instant());
        profile.learn(visitor);
        var key = key(profile, visitor, isFirst);
        tell(Action.CREATED, profile, JsonValue.EMPTY_JSON_OBJECT);
        return new LinkedProfile(profile.id(), List.of(profile, key));
    }

    /** Checks first whether anybody listens: most links have no listeners, and must not pay for any. */
    private void tell(Action action, Profile profile, JsonObject before) {
        if (changes.areHeard(Kind.PROFILE)) {
            var weChat = Actor.weChat(profile.account());
            changes.tell(
                    Change.of(weChat, action, Kind.PROFILE, profile)
                            .from(before)
                            .to(ProfileView.members(profile)));
        }
    }

    private JsonObject seen(Profile profile) {
        return changes.seen(Kind.PROFILE, () -> ProfileView.members(profile));
    }

    private ProfileKey key(Profile profile, LinkedVisitor visitor, boolean isFirst) {
        var key = new ProfileKey(profile, visitor.openid(), clock.instant());
        key.learn(visitor, isFirst);
        return key;
    }
}
