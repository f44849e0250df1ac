package com.xpkit.sociallink.kernel;

import com.xpkit.sociallink.platform.error.InvalidFields;
import com.xpkit.sociallink.platform.rest.Ids;
import java.util.Map;
import java.util.UUID;

/** Knows which accounts exist, for features that must not know how accounts are stored. */
public interface AccountDirectory {

    boolean knows(UUID account);

    /**
     * The account that a create or a list refers to.
     *
     * @param named the value of {@code account_id}; null when it is absent
     * @throws InvalidFields when an actor without an account names none, or when the named account is unknown or not
     *     accessible, which look alike
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
