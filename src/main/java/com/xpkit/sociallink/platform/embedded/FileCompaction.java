package com.xpkit.sociallink.platform.embedded;

import static java.lang.System.Logger.Level.INFO;
import static java.lang.System.Logger.Level.WARNING;

import com.xpkit.sociallink.platform.storage.FailureLog;
import com.xpkit.sociallink.platform.storage.H2File;
import com.xpkit.sociallink.platform.upkeep.Chore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Locale;

/**
 * Keeps the file of an H2 database small: it compacts a large one at the start, and while the service runs. Then links and
 * requests wait until it is done, two or three seconds for a gibibyte.
 */
@ApplicationScoped
public class FileCompaction implements Chore {

    private static final System.Logger LOG = System.getLogger(FileCompaction.class.getName());

    /** Requests that come meanwhile wait, too. Someone who asks for a very long list makes the next round try again. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    @Inject H2File file;

    @Inject CompactionSettings settings;

    /** The size after the last compaction, or after one that failed. */
    private long kept;

    private boolean hasWarned;

    /** Called before anything else uses the database. A failure is only logged: the service may be able to start. */
    public void atStart() {
        if (size() > settings.atStart()) {
            compact();
        }
    }

    @Override
    public String name() {
        return "h2-file";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(10);
    }

    @Override
    public boolean onOneNode() {
        return false;
    }

    @Override
    public void run() {
        if (size() > limit() && file.isPausable()) {
            compact();
        } else {
            warn();
        }
    }

    /** A file that holds much is not compacted again before it has twice that size. */
    private long limit() {
        return Math.max(settings.running(), 2 * kept);
    }

    /** Once, until the file is small again. */
    private void warn() {
        var isLarge = size() > limit() / 5 * 4;
        if (isLarge && !hasWarned) {
            LOG.log(WARNING, warning());
        }
        hasWarned = isLarge;
    }

    private String warning() {
        var text = "The H2 file has %s MiB. ".formatted(mebibytes(size()));
        return file.isPausable()
                ? text
                        + "It is compacted at %s MiB, and visitors wait meanwhile; a restart at a quiet time compacts it, too."
                                .formatted(mebibytes(limit()))
                : text + "Only a restart compacts it here.";
    }

    private void compact() {
        var before = size();
        var begin = System.nanoTime();
        try {
            if (file.compact(PATIENCE)) {
                kept = size();
                var millis = Duration.ofNanos(System.nanoTime() - begin).toMillis();
                LOG.log(INFO, compacted(before, kept, millis));
            }
        } catch (SQLException | RuntimeException failed) {
            kept = before;
            FailureLog.line(LOG, WARNING, "The H2 file could not be compacted", failed);
        }
    }

    private static String compacted(long before, long after, long millis) {
        return "The H2 file was compacted from %s to %s MiB in %d ms"
                .formatted(mebibytes(before), mebibytes(after), millis);
    }

    private static String mebibytes(long bytes) {
        return String.format(Locale.ROOT, "%.1f", bytes / 1048576.0);
    }

    private long size() {
        return file.size().orElse(0);
    }
}
