package com.xpkit.sociallink.platform.storage;

import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/** Tries again after a conflict with another writer. The next attempt sees what that writer wrote. */
public final class Attempts {

    private Attempts() {}

    /**
     * @param tries at least one
     * @param attempt receives the number of the attempt, from 1; its transactions begin and end inside
     * @throws RuntimeException the last attempt's exception, or the first one that is not a conflict
     */
    public static <T> T upTo(int tries, IntFunction<T> attempt) {
        return upTo(tries, attempt, Optional::empty);
    }

    /**
     * @param others called after each conflict, including the last; another writer's result, if it can be used instead
     */
    public static <T> T upTo(int tries, IntFunction<T> attempt, Supplier<Optional<T>> others) {
        for (int number = 1; ; number++) {
            try {
                return attempt.apply(number);
            } catch (RuntimeException refused) {
                if (!ConstraintViolations.isConflict(refused)) {
                    throw refused;
                }
                var made = others.get();
                if (made.isPresent() || number >= tries) {
                    return made.orElseThrow(() -> refused);
                }
            }
        }
    }
}
