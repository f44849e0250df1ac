package com.xpkit.sociallink.platform.storage;

import java.util.function.Supplier;

/** Tries a transaction again that another writer came before: the next time it finds what that one wrote. */
public final class Attempts {

    private Attempts() {}

    /**
     * @param tries at least one
     * @param transaction begins and ends inside
     * @throws RuntimeException what the last attempt threw, or the first one that is no conflict
     */
    public static <T> T upTo(int tries, Supplier<T> transaction) {
        for (int left = tries; ; left--) {
            try {
                return transaction.get();
            } catch (RuntimeException refused) {
                if (left <= 1 || !ConstraintViolations.isConflict(refused)) {
                    throw refused;
                }
            }
        }
    }
}
