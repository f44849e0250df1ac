package com.xpkit.sociallink.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Back to the moment before a mistake: somebody has deleted what finds the visitors' profiles. */
class PointInTimeIT {

    private static final Optional<String> KEY = Optional.of("the-secret-key-of-the-recovery-tests");

    @Test
    void bringsBackEveryProfileOfTheTimeBeforeOnPostgreSql() throws Exception {
        try (var postgres = new DebianPostgreSql()) {
            bringsBackEveryProfileOfTheTimeBefore("node-postgresql", postgres);
        }
    }

    @Test
    void bringsBackEveryProfileOfTheTimeBeforeOnMariaDb() throws Exception {
        try (var mariaDb = new DebianMariaDb()) {
            bringsBackEveryProfileOfTheTimeBefore("node-mariadb", mariaDb);
        }
    }

    private static void bringsBackEveryProfileOfTheTimeBefore(String node, Restorable server)
            throws Exception {
        try (var visitors = new Visitors(node, server.database(), KEY).open()) {
            var inTheBackup = visitors.link(3);
            server.backUp();
            var beforeTheMistake = visitors.link(3);

            var moment = server.now();
            server.database().run("DELETE FROM profile_key");
            var afterIt = visitors.link(2);
            visitors.stopService();
            server.recoverTo(moment);
            visitors.startService();

            assertThat(visitors.log()).doesNotContain("opens with no key");
            visitors.stillHave(inTheBackup);
            visitors.stillHave(beforeTheMistake);
            visitors.haveLost(afterIt);
        }
    }
}
