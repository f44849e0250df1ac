package com.xpkit.sociallink.platform.schema;

import static java.lang.System.Logger.Level.DEBUG;
import static java.lang.System.Logger.Level.ERROR;
import static java.lang.System.Logger.Level.INFO;
import static java.lang.System.Logger.Level.WARNING;

import com.xpkit.sociallink.platform.schema.MigrationLease.Held;
import com.xpkit.sociallink.platform.storage.ConstraintViolations;
import com.xpkit.sociallink.platform.storage.FailureLog;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Lets one node migrate while the others wait. The holder of the lease gives a sign of life every {@link #BEAT}; a node
 * that sees none for {@link #SILENCE} takes the lease over. Each node measures this time by its own clock, so the clocks
 * need not agree.
 */
final class MigrationTurns {

    static final Duration BEAT = Duration.ofSeconds(5);

    static final Duration SILENCE = Duration.ofSeconds(30);

    /** How long a node waits for another one. */
    static final Duration PATIENCE = Duration.ofMinutes(10);

    private static final Duration PAUSE = Duration.ofSeconds(1);

    private static final System.Logger LOG = System.getLogger(MigrationTurns.class.getName());

    /** Time that passes, and the pauses in it. */
    interface Time {

        /** Since any fixed moment. */
        Duration now();

        void pause(Duration duration);
    }

    /** That of the machine. */
    static final class RealTime implements Time {

        @Override
        public Duration now() {
            return Duration.ofNanos(System.nanoTime());
        }

        @Override
        public void pause(Duration duration) {
            try {
                Thread.sleep(duration.toMillis());
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("The start was interrupted.", stopping);
            }
        }
    }

    private final MigrationLease lease;
    private final Time time;
    private final Duration begin;

    /** What was read last, and when it was read for the first time. */
    private Optional<Held> seen = Optional.empty();

    private Duration seenSince;

    /** When the log says again that this node waits. */
    private Duration nextWord = Duration.ZERO;

    MigrationTurns(MigrationLease lease, Time time) {
        this.lease = lease;
        this.time = time;
        begin = time.now();
        seenSince = begin;
    }

    /**
     * Runs the migration, and if it has something to do, then with the lease.
     *
     * @param isPending whether migrations are missing; asked again and again
     * @param migration also compares what is there with what should be
     * @throws StillMigrating when another node takes longer than {@link #PATIENCE}
     */
    void take(BooleanSupplier isPending, Runnable migration) {
        while (isStill(isPending)) {
            if (hasLease()) {
                hold(migration);
                return;
            }
            await();
        }
        migration.run();
    }

    /** While a member changes a large table, it may not answer within its time: then there is still something to do. */
    private static boolean isStill(BooleanSupplier isPending) {
        try {
            return isPending.getAsBoolean();
        } catch (RuntimeException refused) {
            if (mayPass(refused)) {
                return true;
            }
            throw refused;
        }
    }

    private static boolean mayPass(Exception refused) {
        return ConstraintViolations.isConflict(refused)
                || ConstraintViolations.isOutOfReach(refused);
    }

    private boolean hasLease() {
        try {
            return lookAtLease();
        } catch (SQLException refused) {
            if (mayPass(refused)) {
                return false;
            }
            throw new IllegalStateException("The lease for migrations was refused.", refused);
        }
    }

    private boolean lookAtLease() throws SQLException {
        var held = lease.find();
        if (held.isEmpty()) {
            lease.take();
            return true;
        }
        if (lease.isMine(held.get())) {
            return true;
        }
        return isSilent(held) && takeOver(held.get());
    }

    private boolean isSilent(Optional<Held> held) {
        if (!held.equals(seen)) {
            seen = held;
            seenSince = time.now();
        }
        return time.now().minus(seenSince).compareTo(SILENCE) >= 0;
    }

    private boolean takeOver(Held dead) throws SQLException {
        var isTaken = lease.takeOver(dead);
        if (isTaken) {
            LOG.log(
                    WARNING,
                    "The node that was migrating the database has given no sign of life for "
                            + SILENCE.toSeconds()
                            + " seconds. This node takes over.");
        }
        return isTaken;
    }

    private void await() {
        var waited = time.now().minus(begin);
        if (waited.compareTo(PATIENCE) >= 0) {
            var late = new StillMigrating(PATIENCE);
            LOG.log(ERROR, late.getMessage());
            throw late;
        }
        if (waited.compareTo(nextWord) >= 0) {
            LOG.log(INFO, "Another node is migrating the database. This one waits for it.");
            nextWord = waited.plus(SILENCE);
        }
        time.pause(PAUSE);
    }

    private void hold(Runnable migration) {
        var beats = beats();
        try {
            migration.run();
        } finally {
            end(beats);
            giveUp();
        }
    }

    private ScheduledExecutorService beats() {
        var beats =
                Executors.newSingleThreadScheduledExecutor(
                        task -> {
                            var thread = new Thread(task, "sociallink-migration-lease");
                            thread.setDaemon(true);
                            return thread;
                        });
        beats.scheduleWithFixedDelay(
                this::renew, BEAT.toMillis(), BEAT.toMillis(), TimeUnit.MILLISECONDS);
        return beats;
    }

    /** Its commit waits while a large table is changed. The next one follows soon. */
    private void renew() {
        try {
            if (!lease.renew()) {
                LOG.log(ERROR, "Another node has taken over the migration that this one runs.");
            }
        } catch (SQLException refused) {
            FailureLog.line(LOG, DEBUG, "A sign of life for migrations failed", refused);
        }
    }

    /** Waits for the last one, which would conflict with the end of the lease. */
    private static void end(ExecutorService beats) {
        beats.shutdownNow();
        try {
            beats.awaitTermination(BEAT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private void giveUp() {
        try {
            lease.giveUp();
        } catch (SQLException refused) {
            FailureLog.line(
                    LOG, WARNING, "The lease for migrations stays until it lapses", refused);
        }
    }
}
