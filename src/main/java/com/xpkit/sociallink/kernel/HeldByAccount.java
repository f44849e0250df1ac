package com.xpkit.sociallink.kernel;

import java.util.UUID;

/** Something of a feature's that an account holds and that goes with it. */
public interface HeldByAccount {

    /** Makes what every account has, in the transaction that makes the account, whose row is there already. */
    default void openFor(UUID account) {}

    /** About how many bytes it takes. It is asked for beside all requests, and may take seconds. */
    default long bytesOf(UUID account) {
        return 0;
    }

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
