package com.xpkit.sociallink.platform.moving;

import static java.lang.System.Logger.Level.ERROR;
import static java.lang.System.Logger.Level.INFO;
import static java.lang.System.Logger.Level.WARNING;
import static java.util.stream.Collectors.joining;

import com.xpkit.sociallink.platform.sealing.Seal;
import com.xpkit.sociallink.platform.sealing.SealedTexts;
import com.xpkit.sociallink.platform.storage.DatabaseAddress;
import com.xpkit.sociallink.platform.storage.FailureLog;
import com.xpkit.sociallink.platform.storage.LongTransactions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Fills the service's database from another one, if the settings say so and it is empty. All is written in one transaction:
 * if the service dies, nothing is there, and the next start moves everything.
 */
@ApplicationScoped
public class Moving {

    private static final System.Logger LOG = System.getLogger(Moving.class.getName());

    @Inject MoveSettings settings;

    @Inject LongTransactions transactions;

    @Inject Seal seal;

    @Inject @Any Instance<SealedTexts> sealedTexts;

    @Inject Clock clock;

    /**
     * Does nothing when this database was filled from the same source before, because a service is started again with the
     * same settings.
     *
     * @throws MoveRefused when nothing can be moved; the reason is also in the log
     */
    public void move() {
        settings.source().ifPresent(this::moveFrom);
    }

    private void moveFrom(DatabaseAddress source) {
        while (!isDone(source)) {
            LOG.log(INFO, "Another node moves into this database; this one waits for it.");
        }
    }

    private boolean isDone(DatabaseAddress source) {
        try {
            var moved = transactions.write(target -> fill(target, source));
            moved.ifPresent(report -> LOG.log(INFO, report));
            return true;
        } catch (MoveOfAnotherNode busy) {
            return false;
        } catch (SQLException | IllegalStateException failed) {
            FailureLog.line(LOG, ERROR, "The move failed", failed);
            throw refused(source, SourceFailure.OTHER.words());
        }
    }

    /** What was moved; empty if that was done before. */
    private Optional<String> fill(Connection target, DatabaseAddress source) throws SQLException {
        var filled = MoveRecord.find(target);
        var own = MoveRecord.of(source.name(), clock.instant());
        if (filled.isEmpty()) {
            own.insert(target);
            return Optional.of(copy(source, target));
        }
        if (filled.get().source().equals(own.source())) {
            LOG.log(
                    WARNING,
                    ("Nothing is moved: everything was moved from %s on %s. Remove"
                                    + " sociallink.db.move-from.")
                            .formatted(own.source(), filled.get().begun()));
            return Optional.empty();
        }
        throw refused(
                source,
                ("This database was filled from %s on %s. Remove sociallink.db.move-from, or give the"
                                + " service an empty database.")
                        .formatted(filled.get().source(), filled.get().begun()));
    }

    private String copy(DatabaseAddress source, Connection target) throws SQLException {
        try (var from = open(source)) {
            var progress = new Progress(LOG, clock);
            LOG.log(INFO, "Moving everything from " + source.name());
            checkSchema(source, from, target);
            checkKeys(source, from);
            var copy = new DatabaseCopy(from, target, progress);
            checkContents(source, copy);
            return report(source, copy.run(), progress);
        }
    }

    private Connection open(DatabaseAddress source) {
        try {
            return transactions.reading(source);
        } catch (SQLException refused) {
            FailureLog.line(LOG, ERROR, "The database to move from was not opened", refused);
            throw refused(source, SourceFailure.of(refused).words());
        }
    }

    private void checkSchema(DatabaseAddress source, Connection from, Connection target)
            throws SQLException {
        var difference = SchemaHistory.of(target).differenceTo(SchemaHistory.of(from));
        if (difference.isPresent()) {
            throw refused(source, difference.get());
        }
    }

    private void checkKeys(DatabaseAddress source, Connection from) throws SQLException {
        var failure = new KeyCheck(seal, from).failure(sealedTexts);
        if (failure.isPresent()) {
            throw refused(source, failure.get());
        }
    }

    private void checkContents(DatabaseAddress source, DatabaseCopy copy) throws SQLException {
        var occupied = copy.occupied();
        if (occupied.isPresent()) {
            throw refused(
                    source,
                    ("This database is not empty: the table %s has rows. Give the service an empty one, or"
                                    + " remove sociallink.db.move-from.")
                            .formatted(occupied.get()));
        }
        if (copy.isOfNothing()) {
            throw refused(source, "That database is empty. Is it the right one?");
        }
    }

    private static String report(
            DatabaseAddress source, Map<String, Long> rows, Progress progress) {
        var tables =
                rows.entrySet().stream()
                        .map(table -> table.getKey() + " " + table.getValue())
                        .collect(joining(", "));
        return String.format(
                Locale.ROOT,
                "Moved %,d rows of %d tables from %s in %.1f s (%s)."
                        + " Remove sociallink.db.move-from now.",
                rows.values().stream().mapToLong(Long::longValue).sum(),
                rows.size(),
                source.name(),
                progress.time().toMillis() / 1000.0,
                tables);
    }

    private static MoveRefused refused(DatabaseAddress source, String reason) {
        var refused = new MoveRefused(source.name(), reason);
        LOG.log(ERROR, refused.getMessage());
        return refused;
    }
}
