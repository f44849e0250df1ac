package com.xpkit.sociallink.platform.storage;

import static org.assertj.core.api.Assertions.assertThat;

import com.xpkit.sociallink.platform.h2.ForcedFiles;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.h2.store.fs.FilePath;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Four threads commit, three rows in three tables each, on a disk that loses power at random moments. Then each commit that
 * was acknowledged is there, and each commit is there as a whole or not at all.
 */
class PowerFailureTest {

    private static final String OPTIONS = ";WRITE_DELAY=0;REUSE_SPACE=FALSE";
    private static final int THREADS = 4;
    private static final int FAILURES = 40;

    private final Random random = new Random(1);
    private final AtomicInteger ids = new AtomicInteger();
    private final Queue<Integer> acknowledged = new ConcurrentLinkedQueue<>();
    private final Queue<Failure> failures = new ConcurrentLinkedQueue<>();
    private final H2Turns turns = new H2Turns(Duration.ofSeconds(10), Duration.ofSeconds(10));

    /** A file as the disk has it, and the commits that were acknowledged before. */
    private record Failure(byte[] file, Set<Integer> acknowledged) {}

    /** What became of the commits after a failure. */
    private record Loss(int lost, int torn) {}

    @BeforeEach
    void register() {
        ForcedFiles.register();
        LossyFiles.register();
        LossyFiles.disk().clear();
    }

    @Test
    void losesNothingOfAFileThatIsForced() throws Exception {
        assertThat(lossesOf("jdbc:h2:forced:lossy:memFS:/forced" + OPTIONS))
                .hasSize(FAILURES)
                .allMatch(loss -> loss.lost() == 0 && loss.torn() == 0);
    }

    /** Shows that the disk of this test loses what H2 leaves to the kernel. */
    @Test
    void losesCommitsOfAFileThatIsNotForced() throws Exception {
        assertThat(lossesOf("jdbc:h2:lossy:memFS:/plain" + OPTIONS))
                .anyMatch(loss -> loss.lost() > 0);
    }

    private List<Loss> lossesOf(String url) throws Exception {
        try (var keptOpen = DriverManager.getConnection(url);
                var statement = keptOpen.createStatement()) {
            for (var table : List.of("a", "b", "c")) {
                statement.execute(
                        "CREATE TABLE %s (id INT PRIMARY KEY, text VARCHAR(9999))"
                                .formatted(table));
            }
            LossyFiles.disk().afterEachWrite(this::failSometimes);
            commitInThreads(url);
            LossyFiles.disk().afterEachWrite(() -> {});
        }
        var losses = new ArrayList<Loss>();
        for (var failure : failures) {
            losses.add(loss(failure));
        }
        return losses;
    }

    private void failSometimes() {
        if (failures.size() < FAILURES && random.nextInt(5) == 0) {
            var sofar = new TreeSet<>(acknowledged);
            failures.add(new Failure(LossyFiles.disk().afterPowerFailure(), sofar));
        }
    }

    private void commitInThreads(String url) throws InterruptedException {
        var threads = Executors.newFixedThreadPool(THREADS);
        for (int i = 0; i < THREADS; i++) {
            threads.execute(() -> commitUntilItHasFailed(url));
        }
        threads.shutdown();
        assertThat(threads.awaitTermination(2, TimeUnit.MINUTES)).isTrue();
    }

    private void commitUntilItHasFailed(String url) {
        try (var connection = open(url)) {
            connection.setAutoCommit(false);
            while (failures.size() < FAILURES) {
                acknowledged.add(commit(connection));
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private Connection open(String url) throws SQLException {
        return ReconnectingConnection.from(
                () -> DriverManager.getConnection(url), Clock.systemUTC(), turns);
    }

    private int commit(Connection connection) throws SQLException {
        var id = ids.incrementAndGet();
        for (var table : List.of("a", "b", "c")) {
            try (var insert =
                    connection.prepareStatement("INSERT INTO %s VALUES (?, ?)".formatted(table))) {
                insert.setInt(1, id);
                insert.setString(2, text(id));
                insert.executeUpdate();
            }
        }
        connection.commit();
        return id;
    }

    private static Loss loss(Failure failure) throws IOException {
        var name = "memFS:/after";
        FilePath.get(name + ".mv.db").delete();
        try (var file = FilePath.get(name + ".mv.db").open("rw")) {
            file.write(ByteBuffer.wrap(failure.file()));
        }
        try (var connection = DriverManager.getConnection("jdbc:h2:" + name)) {
            return loss(failure, connection);
        } catch (SQLException corrupt) {
            return new Loss(failure.acknowledged().size() + 1, 0);
        }
    }

    private static Loss loss(Failure failure, Connection connection) throws SQLException {
        var whole = idsIn(connection, "a");
        var any = new TreeSet<>(whole);
        for (var table : List.of("b", "c")) {
            var ids = idsIn(connection, table);
            whole.retainAll(ids);
            any.addAll(ids);
        }
        var lost = new TreeSet<>(failure.acknowledged());
        lost.removeAll(whole);
        any.removeAll(whole);
        return new Loss(lost.size(), any.size());
    }

    /** Reads the texts as well, which are all over the file; a row with another text does not count. */
    private static Set<Integer> idsIn(Connection connection, String table) throws SQLException {
        var found = new TreeSet<Integer>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT id, text FROM " + table)) {
            while (rows.next()) {
                if (text(rows.getInt(1)).equals(rows.getString(2))) {
                    found.add(rows.getInt(1));
                }
            }
        }
        return found;
    }

    private static String text(int id) {
        return "x".repeat(id % 3000);
    }
}
