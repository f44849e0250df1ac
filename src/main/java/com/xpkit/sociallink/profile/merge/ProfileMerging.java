package com.xpkit.sociallink.profile.merge;

import static com.xpkit.sociallink.platform.json.SharedJson.JSON;

import com.xpkit.sociallink.kernel.Actor;
import com.xpkit.sociallink.kernel.change.Change;
import com.xpkit.sociallink.kernel.change.Change.Action;
import com.xpkit.sociallink.kernel.change.Change.Kind;
import com.xpkit.sociallink.kernel.change.Changes;
import com.xpkit.sociallink.kernel.quota.StoredBytes;
import com.xpkit.sociallink.platform.error.InvalidBody;
import com.xpkit.sociallink.platform.storage.Sizes;
import com.xpkit.sociallink.profile.Profile;
import com.xpkit.sociallink.profile.ProfileForm;
import com.xpkit.sociallink.profile.ProfileView;
import com.xpkit.sociallink.profile.ProfileWriting;
import com.xpkit.sociallink.profile.Profiles;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;

/** Merges several profiles into one, in the caller's transaction. */
@ApplicationScoped
@Transactional
public class ProfileMerging {

    @Inject Profiles profiles;

    @Inject ProfileWriting writing;

    @Inject Merges merges;

    @Inject Changes changes;

    @Inject MergeLimits limits;

    @Inject StoredBytes stored;

    @Inject Clock clock;

    /**
     * Keys move as rows. A link that writes one of them at the same moment waits, is refused, tries again and finds the
     * key in its new profile.
     *
     * @return the id of the merge's record
     * @throws UnknownProfiles when one no longer exists
     * @throws InvalidBody when the profiles are too large together
     */
    public UUID merge(Actor actor, UUID account, MergeForm form) {
        limits.check(account, form);
        var locked = lock(account, form);
        var authority = locked.remove(form.authority());
        // depends on the current profiles, so it is computed under the lock
        var plan =
                DocumentMerge.of(
                        ProfileView.members(authority), members(form, locked), limits.max());
        var merge = record(authority, actor, plan, locked);
        for (var other : locked.values()) {
            other.keys().forEach(key -> key.moveTo(authority));
        }
        profiles.flush();
        for (var other : locked.values()) {
            profiles.remove(other);
        }
        writing.changeMoved(authority, ProfileForm.of(plan.whole()));
        profiles.flush();
        tell(actor, merge, form);
        return merge.id();
    }

    private void tell(Actor actor, Merge merge, MergeForm form) {
        var record =
                changes.seen(
                        Kind.PROFILE,
                        () -> MergeView.of(merge, List.copyOf(form.profiles())).resource());
        changes.tell(
                Change.of(actor, Action.MERGED, Kind.PROFILE, merge.account(), merge.authority())
                        .to(record));
    }

    /** Always in the same order, so that two merges of the same profiles do not deadlock. */
    private Map<UUID, Profile> lock(UUID account, MergeForm form) {
        var ids = new TreeSet<>(form.profiles());
        ids.add(form.authority());
        var locked = new LinkedHashMap<UUID, Profile>();
        for (var id : ids) {
            locked.put(
                    id,
                    profiles.findLocked(id)
                            .filter(profile -> profile.account().equals(account))
                            .orElseThrow(() -> gone(id)));
        }
        return locked;
    }

    private static UnknownProfiles gone(UUID id) {
        return new UnknownProfiles(
                Map.of("profiles", "names " + id + ", which is not there any more"));
    }

    private static Map<UUID, JsonObject> members(MergeForm form, Map<UUID, Profile> others) {
        var members = new LinkedHashMap<UUID, JsonObject>();
        form.profiles().forEach(id -> members.put(id, ProfileView.members(others.get(id))));
        return members;
    }

    private Merge record(
            Profile authority, Actor actor, DocumentMerge plan, Map<UUID, Profile> others) {
        var changes = changes(plan);
        var merge =
                new Merge(
                        authority.account(),
                        authority.id(),
                        actor,
                        limits.checked(changes.toString()),
                        clock.instant());
        var sides = sides(merge, others);
        stored.admit(merge.account(), weight(merge, sides));
        merges.add(merge, sides, MergeView.values(changes));
        return merge;
    }

    /** The size of the record only: the profiles themselves are stored already. */
    private static long weight(Merge merge, List<MergedProfile> sides) {
        return Sizes.ROW
                + merge.changes().length()
                + sides.stream().mapToLong(side -> Sizes.ROW + side.document().length()).sum();
    }

    private static JsonArray changes(DocumentMerge plan) {
        var changes = JSON.createArrayBuilder();
        plan.changes().forEach(change -> changes.add(change.json()));
        return changes.build();
    }

    private static List<MergedProfile> sides(Merge merge, Map<UUID, Profile> others) {
        return others.values().stream()
                .map(
                        other ->
                                new MergedProfile(
                                        merge, other.id(), ProfileView.of(other).json().toString()))
                .toList();
    }
}
