package com.xpkit.sociallink.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.xpkit.sociallink.database.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import org.h2.api.ErrorCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Stop the service and copy its directory; H2 lets nobody else in while the service runs. */
class H2RecoveryIT {

    @TempDir Path directory;

    private Path data;
    private Path backup;
    private Database database;

    @BeforeEach
    void place() {
        data = directory.resolve("sociallink-data");
        backup = directory.resolve("backup");
        database = new Database("jdbc:h2:file:" + data.resolve("sociallink") + ";WRITE_DELAY=0");
    }

    @Test
    void bringsBackWhatWasCopiedAndNeedsItsSecretKey() throws Exception {
        try (var visitors = new Visitors("node-h2", database, Optional.empty()).open()) {
            var copied = visitors.link(3);
            letsNobodyElseIn();
            visitors.stopService();
            copy(data, backup);
            visitors.startService();
            var later = visitors.link(2);

            visitors.stopService();
            restore();
            Files.delete(data.resolve("secret-key"));
            visitors.startService();
            saysThatTheKeyIsGone(visitors);
            assertThat(copied.keySet())
                    .allMatch(guest -> visitors.end(guest).contains("?error_code=103"));

            visitors.stopService();
            restore();
            visitors.startService();
            visitors.stillHave(copied);
            visitors.haveLost(later);
        }
    }

    private void letsNobodyElseIn() {
        assertThatThrownBy(database::connect)
                .isInstanceOfSatisfying(
                        SQLException.class,
                        locked ->
                                assertThat(locked.getErrorCode())
                                        .isEqualTo(ErrorCode.DATABASE_ALREADY_OPEN_1));
    }

    private static void saysThatTheKeyIsGone(Visitors visitors) {
        assertThat(visitors.log())
                .contains("sociallink.secret-key is not set: a new key was made and kept in")
                .contains("opens with no key of sociallink.secret-key");
    }

    private void restore() throws IOException {
        Programs.delete(data);
        copy(backup, data);
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectory(to);
        try (var files = Files.list(from)) {
            for (var file : files.toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
    }
}
