package com.xpkit.sociallink.account;

import com.xpkit.sociallink.kernel.HeldByAccount;
import com.xpkit.sociallink.platform.upkeep.Chore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;

/**
 * Deletes what was committed for an account after the account was deleted. A foreign key from each profile to its account
 * would prevent such rows, but each link would then lock the account's one row.
 */
@ApplicationScoped
public class LateRowsClearing implements Chore {

    /**
     * How long an account is looked at after its deletion. A node knows deleted configurations for a few seconds, and a link
     * takes as long as WeChat's time-out and some attempts to write, so this is more than enough.
     */
    static final Duration LATE = Duration.ofHours(1);

    @Inject Accounts accounts;

    @Inject @Any Instance<HeldByAccount> holdings;

    @Inject Clock clock;

    @Override
    public String name() {
        return "late-rows";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(1);
    }

    @Override
    public boolean onOneNode() {
        return true;
    }

    /** Forgets accounts before it looks at the others, so that each is looked at once more after its last hour. */
    @Override
    public void run() {
        var deleted = accounts.deleted();
        accounts.forgetDeletedBefore(clock.instant().minus(LATE));
        for (var account : deleted) {
            holdings.forEach(held -> held.deleteLateRowsOf(account));
        }
    }
}
