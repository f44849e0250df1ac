package com.xpkit.sociallink.platform.storage;

import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/** Tries again what another writer came before: the next time it finds what that one wrote. */
public final class Attempts {

    private Attempts() {}

    /**
     * @param tries at least one
     * @param attempt gets its number, from 1; its transactions begin and end inside
     * @throws RuntimeException what the last attempt threw, or the first one that is no conflict
     */
    public static <T> T upTo(int tries, IntFunction<T> attempt) {
        return upTo(tries, attempt, Optional::empty);
    }

    /**
     * @param others asked after each conflict, the last one too: what another writer has made, if that serves as well
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
