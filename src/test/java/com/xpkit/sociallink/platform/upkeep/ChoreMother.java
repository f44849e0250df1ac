package com.xpkit.sociallink.platform.upkeep;

import java.time.Duration;

/** Chores that a test watches. */
final class ChoreMother {

    private ChoreMother() {}

    static Chore onEachNode(Runnable deed) {
        return new Some(false, deed);
    }

    static Chore onOneNode(Runnable deed) {
        return new Some(true, deed);
    }

    private record Some(boolean onOneNode, Runnable deed) implements Chore {

        @Override
        public String name() {
            return "sweeping";
        }

        @Override
        public Duration first() {
            return Duration.ofSeconds(30);
        }

        @Override
        public Duration every() {
            return Duration.ofSeconds(100);
        }

        @Override
        public void run() {
            deed.run();
        }
    }
}
