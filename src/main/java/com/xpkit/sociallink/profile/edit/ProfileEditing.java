package com.xpkit.sociallink.profile.edit;

import static com.xpkit.sociallink.platform.json.SharedJson.JSON;

import com.xpkit.sociallink.kernel.AccountDirectory;
import com.xpkit.sociallink.kernel.Actor;
import com.xpkit.sociallink.kernel.Scope;
import com.xpkit.sociallink.kernel.change.Change;
import com.xpkit.sociallink.kernel.change.Change.Action;
import com.xpkit.sociallink.kernel.change.Change.Kind;
import com.xpkit.sociallink.kernel.change.Changes;
import com.xpkit.sociallink.platform.json.JsonDocument;
import com.xpkit.sociallink.platform.rest.IfMatch;
import com.xpkit.sociallink.platform.rest.ResourceView;
import com.xpkit.sociallink.profile.Profile;
import com.xpkit.sociallink.profile.ProfileFinding;
import com.xpkit.sociallink.profile.ProfileForm;
import com.xpkit.sociallink.profile.ProfileView;
import com.xpkit.sociallink.profile.ProfileWriting;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import java.util.function.Function;

/** Creates and changes profiles. */
@ApplicationScoped
@Transactional
public class ProfileEditing {

    @Inject ProfileFinding finding;

    @Inject ProfileWriting writing;

    @Inject Changes changes;

    @Inject AccountDirectory accounts;

    @Inject Clock clock;

    public ResourceView create(Actor actor, JsonDocument body) {
        var written = ProfileBody.of(body);
        var account = accounts.meantBy(actor, written.account());
        return shown(actor, create(actor, account, written.members()));
    }

    public Profile create(Actor actor, UUID account, JsonObject members) {
        var profile = new Profile(account, clock.instant());
        writing.create(profile, ProfileForm.of(members));
        changes.tell(Change.of(actor, Action.CREATED, Kind.PROFILE, profile).to(seen(profile)));
        return profile;
    }

    public ResourceView replace(Actor actor, UUID id, IfMatch ifMatch, JsonDocument body) {
        var written = ProfileBody.of(body);
        return change(actor, id, ifMatch, profile -> written.membersIn(profile.account()));
    }

    /** Applies a merge patch (RFC 7396): null removes a member, and an array replaces the old one. */
    public ResourceView patch(Actor actor, UUID id, IfMatch ifMatch, JsonDocument body) {
        var patch = ProfileBody.of(body);
        return change(
                actor,
                id,
                ifMatch,
                profile ->
                        JSON.createMergePatch(patch.membersIn(profile.account()))
                                .apply(ProfileView.members(profile))
                                .asJsonObject());
    }

    private ResourceView change(
            Actor actor, UUID id, IfMatch ifMatch, Function<Profile, JsonObject> becomes) {
        var profile = finding.writable(actor, id, ifMatch);
        change(actor, profile, becomes.apply(profile));
        return shown(actor, profile);
    }

    /** Gives the profile these members. If it already has them, {@link Changes} is not called. */
    void change(Actor actor, Profile profile, JsonObject members) {
        var before = seen(profile);
        if (writing.change(profile, ProfileForm.of(members))) {
            changes.tell(
                    Change.of(actor, Action.UPDATED, Kind.PROFILE, profile)
                            .from(before)
                            .to(seen(profile)));
        }
    }

    private JsonObject seen(Profile profile) {
        return changes.seen(Kind.PROFILE, () -> ProfileView.members(profile));
    }

    /** An actor who may only write never sees values, not even after an empty patch. */
    static ResourceView shown(Actor actor, Profile profile) {
        return ProfileView.of(profile).shownIf(actor.holds(Scope.PROFILE_READ));
    }
}
