package com.xpkit.sociallink.kernel;

import com.xpkit.sociallink.platform.error.InvalidFields;
import com.xpkit.sociallink.platform.rest.Ids;
import java.util.Map;
import java.util.UUID;

/** Says which accounts exist, to features that must not know how accounts are kept. */
public interface AccountDirectory {

    boolean knows(UUID account);

    /**
     * The account that a create or a list is about.
     *
     * @param named what {@code account_id} says; null when it says nothing
     * @throws InvalidFields when an actor of no account names none, or when the named one is unknown
     *     or out of reach, which look alike
     */
    default UUID meantBy(Actor actor, String named) {
        if (named == null) {
            return actor.account()
                    .orElseThrow(
                            () ->
                                    new InvalidFields(
                                            Map.of(
                                                    "account_id",
                                                    "is missing: the operator names the account")));
        }
        return Ids.parse(named)
                .filter(actor::reaches)
                .filter(this::knows)
                .orElseThrow(() -> new InvalidFields(Map.of("account_id", "is unknown")));
    }
}
