package com.xpkit.sociallink.profile;

import com.xpkit.sociallink.MovableClock;
import com.xpkit.sociallink.kernel.quota.QuotaMother;
import com.xpkit.sociallink.platform.json.JsonMother;
import com.xpkit.sociallink.platform.settings.SettingsMother;
import com.xpkit.sociallink.profile.duplicate.Duplicates;
import jakarta.json.JsonObject;
import java.time.Clock;
import java.util.UUID;

/** Profiles as API clients write them. */
public final class ProfileMother {

    /** The members of a profile without any given ones. */
    public static final String EMPTY =
            "'wechat_openid':[],'social':[],'email':[],'qr_code':[],'rfid':[]";

    private ProfileMother() {}

    /** The writing of documents to these profiles. */
    public static ProfileWriting writing(ProfilesInMemory profiles, Clock clock) {
        return writing(profiles, new PairsInMemory(), clock);
    }

    static ProfileWriting writing(ProfilesInMemory profiles, Duplicates duplicates, Clock clock) {
        var writing = new ProfileWriting();
        writing.profiles = profiles;
        writing.duplicates = duplicates;
        writing.settings =
                new ProfileSettings(SettingsMother.with("sociallink.limits.values", "100"));
        writing.stored = QuotaMother.anyBytes();
        writing.clock = clock;
        return writing;
    }

    /** A profile with this document, with ' instead of ". */
    static Profile written(String json) {
        var clock = new MovableClock();
        var profile = new Profile(UUID.randomUUID(), clock.instant());
        writing(new ProfilesInMemory(), clock).create(profile, ProfileForm.of(json(json)));
        return profile;
    }

    static JsonObject json(String json) {
        return JsonMother.document(json).json();
    }
}
