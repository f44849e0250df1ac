package com.xpkit.sociallink.platform.upkeep;

import java.time.Duration;

/** Chores that a test can observe. */
final class ChoreMother {

    private ChoreMother() {}

    static Chore onEachNode(Runnable action) {
        return new Some(false, action);
    }

    static Chore onOneNode(Runnable action) {
        return new Some(true, action);
    }

    private record Some(boolean onOneNode, Runnable action) implements Chore {

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
            action.run();
        }
    }
}
