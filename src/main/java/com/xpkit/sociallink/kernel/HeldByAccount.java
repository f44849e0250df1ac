package com.xpkit.sociallink.kernel;

import java.util.UUID;

/** Data of a feature that belongs to an account and is deleted with it. */
public interface HeldByAccount {

    /** Creates what every account has, in the transaction that creates the account, after the account's row. */
    default void openFor(UUID account) {}

    /** Whether it blocks deleting the account (409) unless {@code cascade=true}. */
    default boolean blocksDeletion(UUID account) {
        return false;
    }

    /**
     * Stops everything that writes for the account on its own, in the caller's transaction, before anything is deleted.
     */
    default void stopWorkFor(UUID account) {}

    /**
     * Deletes all of it, in the caller's transaction.
     *
     * @param actor who deletes the account
     */
    void deleteAllOf(Actor actor, UUID account);

    /**
     * Deletes what a transaction has committed that began before the account was deleted. Called several times after the
     * deletion. Only for rows that no foreign key binds to their account.
     */
    default void deleteLateRowsOf(UUID account) {}
}
