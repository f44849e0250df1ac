package com.xpkit.sociallink.platform.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.xpkit.sociallink.platform.settings.SettingsMother;
import com.xpkit.sociallink.platform.storage.H2File;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FileCompactionTest {

    private static final long MIB = 1 << 20;

    private final FakeFile file = new FakeFile();
    private final FileCompaction compaction = new FileCompaction();
    private final Logger log = Logger.getLogger(FileCompaction.class.getName());
    private final List<String> lines = new ArrayList<>();
    private final Handler handler = new Lines();

    @BeforeEach
    void wire() {
        compaction.file = file;
        compaction.settings = new CompactionSettings(SettingsMother.shipped());
        log.setLevel(Level.INFO);
        log.addHandler(handler);
    }

    @AfterEach
    void stopListening() {
        log.removeHandler(handler);
        log.setLevel(null);
    }

    @Test
    void leavesASmallFileAloneAtTheStart() {
        file.size = 256 * MIB;

        compaction.atStart();

        assertThat(file.compactions).isZero();
    }

    @Test
    void compactsALargeFileAtTheStart() {
        file.size = 256 * MIB + 1;

        compaction.atStart();

        assertThat(file.compactions).isEqualTo(1);
        assertThat(lines)
                .singleElement()
                .asString()
                .startsWith("The H2 file was compacted from 256.0 to 10.0 MiB in ");
    }

    @Test
    void letsTheServiceStartWhenTheFileCannotBeCompacted() {
        file.size = 300 * MIB;
        file.failure = new SQLException("no room", "90028");

        compaction.atStart();

        assertThat(lines)
                .singleElement()
                .asString()
                .startsWith("The H2 file could not be compacted: java.sql.SQLException");
    }

    @Test
    void compactsAFileThatHasGrownWhileTheServiceRuns() {
        file.size = 1024 * MIB;
        compaction.run();
        assertThat(file.compactions).isZero();

        file.size++;
        compaction.run();
        assertThat(file.compactions).isEqualTo(1);
    }

    @Test
    void warnsOnceBeforeIt() {
        file.size = 819 * MIB;
        compaction.run();
        assertThat(lines).isEmpty();

        file.size = 820 * MIB;
        compaction.run();
        compaction.run();
        assertThat(lines)
                .containsExactly(
                        "The H2 file has 820.0 MiB. It is compacted at 1024.0 MiB, and visitors wait"
                                + " meanwhile; a restart at a quiet time compacts it, too.");
    }

    @Test
    void warnsAgainWhenTheFileHasBeenSmall() {
        file.size = 900 * MIB;
        compaction.run();
        file.size = 10 * MIB;
        compaction.run();
        file.size = 900 * MIB;
        compaction.run();

        assertThat(lines).hasSize(2);
    }

    /** Else it would be compacted in every round. */
    @Test
    void letsAFileThatHoldsMuchBecomeTwiceAsLarge() {
        file.size = 1025 * MIB;
        file.live = 800 * MIB;
        compaction.run();

        file.size = 1600 * MIB;
        compaction.run();
        assertThat(file.compactions).isEqualTo(1);

        file.size++;
        compaction.run();
        assertThat(file.compactions).isEqualTo(2);
    }

    @Test
    void triesAgainInTheNextRoundWhenTransactionsDoNotEnd() {
        file.size = 1025 * MIB;
        file.isBusy = true;
        compaction.run();
        file.isBusy = false;
        compaction.run();

        assertThat(file.size).isEqualTo(10 * MIB);
        assertThat(lines).singleElement().asString().contains("was compacted");
    }

    @Test
    void onlyWarnsWhereTheServerOpensTheDatabase() {
        file.size = 1025 * MIB;
        file.isPausable = false;
        compaction.run();

        assertThat(file.compactions).isZero();
        assertThat(lines)
                .containsExactly("The H2 file has 1025.0 MiB. Only a restart compacts it here.");
    }

    private static final class FakeFile extends H2File {

        private long size;
        private long live = 10 * MIB;
        private boolean isBusy;
        private boolean isPausable = true;
        private SQLException failure;
        private int compactions;

        @Override
        public OptionalLong size() {
            return OptionalLong.of(size);
        }

        @Override
        public boolean isPausable() {
            return isPausable;
        }

        @Override
        public boolean compact(Duration atMost) throws SQLException {
            if (failure != null) {
                throw failure;
            }
            if (isBusy) {
                return false;
            }
            compactions++;
            size = live;
            return true;
        }
    }

    private final class Lines extends Handler {

        @Override
        public void publish(LogRecord line) {
            lines.add(line.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
