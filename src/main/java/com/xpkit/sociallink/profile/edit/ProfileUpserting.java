package com.xpkit.sociallink.profile.edit;

import com.xpkit.sociallink.kernel.AccountDirectory;
import com.xpkit.sociallink.kernel.Actor;
import com.xpkit.sociallink.platform.error.Conflict;
import com.xpkit.sociallink.platform.error.InvalidBody;
import com.xpkit.sociallink.platform.json.JsonDocument;
import com.xpkit.sociallink.platform.rest.ResourceView;
import com.xpkit.sociallink.platform.storage.Transactions;
import com.xpkit.sociallink.profile.Profile;
import com.xpkit.sociallink.profile.ProfileForm;
import com.xpkit.sociallink.profile.ProfileKey;
import com.xpkit.sociallink.profile.ProfileView;
import com.xpkit.sociallink.profile.ProfileWriting;
import com.xpkit.sociallink.profile.Profiles;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

/** Finds a profile by its keys and adds to it, or creates it, while others may do the same. */
@ApplicationScoped
public class ProfileUpserting {

    private static final int TRIES = 5;

    @Inject Transactions transactions;

    @Inject AccountDirectory accounts;

    @Inject Profiles profiles;

    @Inject ProfileEditing editing;

    @Inject ProfileWriting writing;

    public Upserted upsert(Actor actor, JsonDocument body) {
        var written = ProfileBody.of(body);
        var account = accounts.meantBy(actor, written.account());
        return transactions.retrying(TRIES, () -> upsert(actor, account, written.members()));
    }

    /**
     * Tries once, in the caller's transaction. The update itself is checked before the first query, so an invalid one never
     * uses a connection.
     *
     * @throws Conflict if the values are in several profiles; it names each of them
     * @throws InvalidBody if there is more than a profile may contain
     */
    public Upserted upsert(Actor actor, UUID account, JsonObject members) {
        var form = ProfileForm.of(members);
        writing.refuseTooMuch(form);
        var found = profiles.keysWith(account, form.keys());
        var owners = new LinkedHashMap<UUID, Profile>();
        found.forEach(key -> owners.put(key.profile().id(), key.profile()));
        return switch (owners.size()) {
            case 0 -> create(actor, account, members);
            case 1 -> update(actor, owners.values().iterator().next(), members);
            default -> throw new Conflict(owners(found));
        };
    }

    private Upserted create(Actor actor, UUID account, JsonObject members) {
        var profile = editing.create(actor, account, DocumentUpdate.withoutNulls(members));
        return new Upserted(ProfileEditing.shown(actor, profile), true);
    }

    private Upserted update(Actor actor, Profile profile, JsonObject members) {
        var whole = DocumentUpdate.of(ProfileView.members(profile), members);
        editing.change(actor, profile, whole);
        return new Upserted(ProfileEditing.shown(actor, profile), false);
    }

    private static Map<String, String> owners(List<ProfileKey> found) {
        return found.stream()
                .collect(
                        Collectors.groupingBy(
                                ProfileKey::kind,
                                TreeMap::new,
                                Collectors.mapping(
                                        key -> key.profile().id().toString(),
                                        Collectors.collectingAndThen(
                                                Collectors.toCollection(TreeSet::new),
                                                ids ->
                                                        "stands in profile "
                                                                + String.join(", ", ids)))));
    }

    /**
     * @param isNew whether the profile was created by this call
     */
    public record Upserted(ResourceView profile, boolean isNew) {}
}
