package com.xpkit.sociallink.profile.merge;

import static com.xpkit.sociallink.platform.json.SharedJson.JSON;

import com.xpkit.sociallink.kernel.Actor;
import com.xpkit.sociallink.kernel.Scope;
import com.xpkit.sociallink.kernel.change.Change;
import com.xpkit.sociallink.kernel.change.Change.Action;
import com.xpkit.sociallink.kernel.change.Change.Kind;
import com.xpkit.sociallink.kernel.change.Changes;
import com.xpkit.sociallink.platform.error.Conflict;
import com.xpkit.sociallink.platform.error.UnknownResource;
import com.xpkit.sociallink.platform.json.SharedJson;
import com.xpkit.sociallink.platform.rest.ResourceView;
import com.xpkit.sociallink.profile.Profile;
import com.xpkit.sociallink.profile.ProfileFinding;
import com.xpkit.sociallink.profile.ProfileForm;
import com.xpkit.sociallink.profile.ProfileView;
import com.xpkit.sociallink.profile.ProfileWriting;
import com.xpkit.sociallink.profile.Profiles;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.UUID;

/** Undoes a merge: the profiles are what they were, plus what links have learned since. */
@ApplicationScoped
@Transactional
public class MergeUndoing {

    @Inject Merges merges;

    @Inject Profiles profiles;

    @Inject ProfileWriting writing;

    @Inject ProfileFinding finding;

    @Inject Changes changes;

    @Inject Clock clock;

    /**
     * @throws UnknownResource when the profile has no such merge, or the actor may not access it
     * @throws Conflict naming the later change that prevents it
     */
    public ResourceView undo(Actor actor, UUID authority, UUID id) {
        // first of all: at repeatable read, anything read before a lock may be stale
        var locked = profiles.findLocked(authority);
        var merge = named(actor, authority, id);
        if (merge.undone().isPresent()) {
            throw new Conflict("The merge was undone already, at " + merge.undone().get() + ".");
        }
        var survivor = locked.orElseThrow(() -> mergedOn(authority));
        split(actor, merge, survivor);
        merge.undo(actor, clock.instant());
        merges.flush();
        var view = MergeView.of(merge, merges.partsOf(merge));
        changes.tell(
                Change.of(actor, Action.UNMERGED, Kind.PROFILE, merge.account(), authority)
                        .to(view.resource()));
        return view.shownIf(actor.holds(Scope.PROFILE_READ));
    }

    private Merge named(Actor actor, UUID authority, UUID id) {
        return merges.find(id)
                .filter(merge -> merge.authority().equals(authority))
                .filter(merge -> actor.reaches(merge.account()))
                .orElseThrow(
                        () -> {
                            // a profile that is part of another refuses every writer
                            finding.writable(actor, authority);
                            return new UnknownResource();
                        });
    }

    private RuntimeException mergedOn(UUID authority) {
        return merges.standing(authority)
                .<RuntimeException>map(
                        side ->
                                new Conflict(
                                        "The profile itself was merged into "
                                                + side.survivor()
                                                + " after this merge: undo merge "
                                                + side.merge()
                                                + " first."))
                .orElseGet(UnknownResource::new);
    }

    private void split(Actor actor, Merge merge, Profile survivor) {
        var undo =
                DocumentUndo.of(ProfileView.members(survivor), MergeView.changes(merge.changes()));
        if (!undo.obstacles().isEmpty()) {
            throw new Conflict(
                    actor.holds(Scope.PROFILE_READ)
                            ? undo.obstacles()
                            : undo.obstaclesWithoutValues());
        }
        var restored = new HashMap<Profile, ProfileForm>();
        for (var side : merges.sides(merge)) {
            var json = SharedJson.object(side.document()).getJsonObject("resource");
            restored.put(restore(side, json), ProfileForm.of(renewed(json, undo)));
            side.undo();
        }
        restored.forEach((profile, form) -> takeKeys(survivor, profile, form));
        profiles.flush();
        restored.forEach(writing::changeMoved);
        writing.changeMoved(survivor, ProfileForm.of(undo.document()));
    }

    private Profile restore(MergedProfile side, JsonObject json) {
        var profile =
                new Profile(
                        side.account(),
                        side.profile(),
                        Instant.parse(json.getString("created")),
                        clock.instant());
        profiles.add(profile);
        return profile;
    }

    /** The profile as it was, except for social entries: links may have renewed or added some since. */
    private static JsonObject renewed(JsonObject json, DocumentUndo undo) {
        var social = JSON.createArrayBuilder();
        json.getJsonArray("social").forEach(entry -> social.add(undo.now(entry)));
        undo.takeEntriesOf(json.getJsonArray("wechat_openid")).forEach(social::add);
        return JSON.createObjectBuilder(json).add("social", social).build();
    }

    private static void takeKeys(Profile survivor, Profile profile, ProfileForm form) {
        for (var key : survivor.keys()) {
            if (form.keys().get(key.kind()).contains(key.value())) {
                key.moveTo(profile);
            }
        }
    }
}
