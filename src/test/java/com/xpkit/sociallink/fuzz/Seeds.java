package com.xpkit.sociallink.fuzz;

import java.util.Random;

/**
 * The seeds of a run. Builds use the same seed each time, so that only a change makes them fail. {@code
 * -Dfuzz.seed=random} explores, and {@code -Dfuzz.case=…} repeats one case.
 */
public final class Seeds {

    private static final long OF_BUILDS = 20261127;
    private static final long SEED = seed(System.getProperty("fuzz.seed", "" + OF_BUILDS));

    private Seeds() {}

    private static long seed(String setting) {
        return setting.equals("random") ? new Random().nextLong() : Long.parseLong(setting);
    }

    /** Of the whole run. */
    public static long ofTheRun() {
        return SEED;
    }

    /**
     * Of one case.
     *
     * @param family whose case it is
     * @param number of the case, from 0
     */
    public static long of(String family, long number) {
        var only = Long.getLong("fuzz.case");
        return only != null ? only : new Random(SEED ^ family.hashCode() ^ number << 32).nextLong();
    }
}
