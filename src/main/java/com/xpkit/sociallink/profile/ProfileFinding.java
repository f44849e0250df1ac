package com.xpkit.sociallink.profile;

import com.xpkit.sociallink.kernel.Actor;
import com.xpkit.sociallink.platform.error.Conflict;
import com.xpkit.sociallink.platform.error.UnknownResource;
import com.xpkit.sociallink.platform.rest.IfMatch;
import com.xpkit.sociallink.platform.rest.ResourceView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Finds the profile that a path names, among those that the actor may access. */
@ApplicationScoped
@Transactional
public class ProfileFinding {

    @Inject Profiles profiles;

    @Inject Survivors survivors;

    /**
     * Finds a profile to read.
     *
     * @param below the rest of the path: {@code merges/}, or empty
     * @throws MergedProfileRedirect when it is now part of another one
     * @throws UnknownResource when there is none in an account that the actor may access
     */
    public Profile readable(Actor actor, UUID id, String below) {
        return find(actor, id)
                .orElseThrow(
                        () ->
                                survivor(actor, id)
                                        .<RuntimeException>map(
                                                at -> new MergedProfileRedirect(at, below))
                                        .orElseGet(UnknownResource::new));
    }

    /**
     * The profile as the API shows it.
     *
     * @throws MergedProfileRedirect when it is now part of another one
     * @throws UnknownResource when there is none in an account that the actor may access
     */
    public ResourceView view(Actor actor, UUID id) {
        return ProfileView.of(readable(actor, id, ""));
    }

    /**
     * Finds a profile to write.
     *
     * @throws Conflict naming the survivor, when it is now part of another one
     * @throws UnknownResource when there is none in an account that the actor may access
     */
    public Profile writable(Actor actor, UUID id) {
        return find(actor, id)
                .orElseThrow(
                        () ->
                                survivor(actor, id)
                                        .<RuntimeException>map(ProfileFinding::mergedAway)
                                        .orElseGet(UnknownResource::new));
    }

    /** The same, and checks the version that the writer expects. */
    public Profile writable(Actor actor, UUID id, IfMatch ifMatch) {
        var profile = writable(actor, id);
        ifMatch.check(profile);
        return profile;
    }

    private static Conflict mergedAway(UUID survivor) {
        return new Conflict(Map.of("id", "was merged into " + survivor));
    }

    /** The id, and the ids of all profiles that were merged into it. */
    public Set<UUID> withParts(UUID id) {
        var ids = new LinkedHashSet<UUID>();
        ids.add(id);
        ids.addAll(survivors.parts(id));
        return ids;
    }

    private Optional<Profile> find(Actor actor, UUID id) {
        return profiles.find(id).filter(profile -> actor.reaches(profile.account()));
    }

    private Optional<UUID> survivor(Actor actor, UUID id) {
        return survivors
                .of(id)
                .filter(survivor -> actor.reaches(survivor.account()))
                .map(Survivors.Survivor::profile);
    }
}
