package com.xpkit.sociallink.profile.keeping;

import static com.xpkit.sociallink.api.SharedJson.JSON;

import com.xpkit.sociallink.api.Expected;
import com.xpkit.sociallink.api.JsonDocument;
import com.xpkit.sociallink.api.ResourceView;
import com.xpkit.sociallink.profile.Profile;
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

/** Makes and changes profiles. */
@ApplicationScoped
@Transactional
public class ProfileKeeping {

    @Inject ProfileFinding finding;

    @Inject ProfileWriting writing;

    @Inject Clock clock;

    public Profile create(UUID account, JsonObject members) {
        var profile = new Profile(account, clock.instant());
        writing.create(profile, ProfileForm.of(members));
        return profile;
    }

    public ResourceView replace(UUID id, Expected expected, JsonDocument body) {
        var written = ProfileBody.of(body);
        return change(id, expected, profile -> written.membersIn(profile.account()));
    }

    /** A merge patch (RFC 7396): null removes a member, an array replaces the one that was there. */
    public ResourceView patch(UUID id, Expected expected, JsonDocument body) {
        var patch = ProfileBody.of(body);
        return change(
                id,
                expected,
                profile ->
                        JSON.createMergePatch(patch.membersIn(profile.account()))
                                .apply(ProfileView.members(profile))
                                .asJsonObject());
    }

    private ResourceView change(UUID id, Expected expected, Function<Profile, JsonObject> becomes) {
        var profile = finding.writable(id, expected);
        writing.change(profile, ProfileForm.of(becomes.apply(profile)));
        return ProfileView.of(profile);
    }
}
