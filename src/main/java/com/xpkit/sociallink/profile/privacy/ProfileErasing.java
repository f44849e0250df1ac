package com.xpkit.sociallink.profile.privacy;

import com.xpkit.sociallink.kernel.Actor;
import com.xpkit.sociallink.kernel.HeldByAccount;
import com.xpkit.sociallink.kernel.PersonalData;
import com.xpkit.sociallink.kernel.change.Change;
import com.xpkit.sociallink.kernel.change.Change.Action;
import com.xpkit.sociallink.kernel.change.Change.Kind;
import com.xpkit.sociallink.kernel.change.Changes;
import com.xpkit.sociallink.kernel.quota.CountedData;
import com.xpkit.sociallink.platform.rest.IfMatch;
import com.xpkit.sociallink.profile.ProfileFinding;
import com.xpkit.sociallink.profile.Profiles;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** Erases a profile and everything that is stored about it. */
@ApplicationScoped
@Transactional
public class ProfileErasing implements HeldByAccount, CountedData {

    @Inject ProfileFinding finding;

    @Inject Profiles profiles;

    @Inject Changes changes;

    @Inject @Any Instance<PersonalData> data;

    /** Locks the profile first: anyone who writes it at the same moment waits, and what they noted is then found. */
    public void erase(Actor actor, UUID id, IfMatch ifMatch) {
        var profile = finding.writable(actor, id, ifMatch);
        var ids = finding.withParts(id);
        profiles.remove(profile);
        data.forEach(kept -> kept.erase(ids));
        changes.tell(Change.of(actor, Action.ERASED, Kind.PROFILE, profile));
    }

    @Override
    public long bytesOf(UUID account) {
        return profiles.bytesOfAll(account);
    }

    @Override
    public boolean blocksDeletion(UUID account) {
        return profiles.isAnyIn(account);
    }

    @Override
    public void deleteAllOf(Actor actor, UUID account) {
        profiles.removeAllOf(account);
    }

    @Override
    public void deleteLateRowsOf(UUID account) {
        if (profiles.isAnyIn(account)) {
            profiles.removeAllOf(account);
        }
    }
}
