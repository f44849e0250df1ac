package com.xpkit.sociallink.profile.merge;

import static com.xpkit.sociallink.platform.json.SharedJson.JSON;

import com.xpkit.sociallink.kernel.Actor;
import com.xpkit.sociallink.kernel.Scope;
import com.xpkit.sociallink.kernel.work.Task;
import com.xpkit.sociallink.kernel.work.Ticket;
import com.xpkit.sociallink.kernel.work.WorkQueue;
import com.xpkit.sociallink.platform.error.Conflict;
import com.xpkit.sociallink.platform.error.InvalidBody;
import com.xpkit.sociallink.profile.Profile;
import com.xpkit.sociallink.profile.ProfileView;
import com.xpkit.sociallink.profile.Profiles;
import com.xpkit.sociallink.profile.Survivors;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.transaction.Transactional;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What an actor may request before a merge: a preview, and the merge itself. */
@ApplicationScoped
@Transactional
public class MergePlanning {

    @Inject Profiles profiles;

    @Inject Survivors survivors;

    @Inject MergeLimits limits;

    @Inject MergeWork work;

    @Inject WorkQueue queue;

    /**
     * The documents of the profiles, for a preview; nothing changes.
     *
     * @throws com.xpkit.sociallink.platform.error.Forbidden for an actor who may not read profiles
     * @throws InvalidBody when the profiles are too large together
     */
    public PlannedMerge plan(Actor actor, MergeForm form) {
        actor.mustHold(Scope.PROFILE_READ);
        var authority = authority(actor, form);
        limits.check(authority.account(), form);
        var others = new LinkedHashMap<UUID, JsonObject>();
        others(actor, form, authority)
                .forEach((id, profile) -> others.put(id, ProfileView.members(profile)));
        return new PlannedMerge(
                form.authority(), ProfileView.members(authority), others, limits.max());
    }

    /** Submits the merge as a job. */
    public Ticket submit(Actor actor, MergeForm form) {
        var authority = authority(actor, form);
        limits.check(authority.account(), form);
        others(actor, form, authority);
        var input =
                JSON.createObjectBuilder()
                        .add("authority", form.authority().toString())
                        .add("profiles", ids(form))
                        .build();
        var many = form.profiles().size();
        return queue.submit(
                work,
                new Task(authority.account(), actor, input, Optional.empty()),
                (many == 1 ? "1 profile" : many + " profiles") + " will be merged into another.");
    }

    private static JsonArrayBuilder ids(MergeForm form) {
        var ids = JSON.createArrayBuilder();
        form.profiles().forEach(id -> ids.add(id.toString()));
        return ids;
    }

    private Profile authority(Actor actor, MergeForm form) {
        return profiles.find(form.authority())
                .filter(profile -> actor.reaches(profile.account()))
                .orElseThrow(() -> missing(actor, "authority", form.authority()));
    }

    private Map<UUID, Profile> others(Actor actor, MergeForm form, Profile authority) {
        var others = new LinkedHashMap<UUID, Profile>();
        for (var id : form.profiles()) {
            others.put(
                    id,
                    profiles.find(id)
                            .filter(other -> other.account().equals(authority.account()))
                            .orElseThrow(() -> missing(actor, "profiles", id)));
        }
        return others;
    }

    private RuntimeException missing(Actor actor, String field, UUID id) {
        return survivors
                .of(id)
                .filter(survivor -> actor.reaches(survivor.account()))
                .<RuntimeException>map(
                        survivor ->
                                new Conflict(
                                        Map.of(
                                                field,
                                                "names "
                                                        + id
                                                        + ", which was merged into "
                                                        + survivor.profile())))
                .orElseGet(
                        () ->
                                new UnknownProfiles(
                                        Map.of(field, "names " + id + ", which is unknown")));
    }
}
