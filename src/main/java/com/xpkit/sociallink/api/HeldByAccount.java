package com.xpkit.sociallink.api;

import java.util.UUID;

/** Something of a feature's that an account holds and that goes with it. */
public interface HeldByAccount {

    /** Whether it is too precious to go without a word: deleting the account is then a conflict. */
    boolean standsInTheWay(UUID account);

    /** Ends what writes for the account by itself, in the caller's transaction, before anything is deleted. */
    default void stopWorkFor(UUID account) {}

    /**
     * Deletes all of it, in the caller's transaction.
     *
     * @param actor who deletes the account
     */
    void deleteAllOf(Actor actor, UUID account);
}
