package com.xpkit.sociallink.account;

import com.xpkit.sociallink.MovableClock;
import com.xpkit.sociallink.kernel.Scope;
import java.util.Set;
import java.util.UUID;

/** Apps without a database. */
public final class AppMother {

    private AppMother() {}

    public static App any() {
        return new App(
                UUID.randomUUID(),
                ClientSecret.make(),
                "App",
                Set.of(Scope.PROFILE_READ),
                MovableClock.START);
    }
}
