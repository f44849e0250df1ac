package com.xpkit.sociallink.platform.storage;

import java.sql.SQLException;
import java.sql.SQLTransactionRollbackException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Turns on H2: one transaction writes at a time, and a pause keeps all of them out.
 *
 * <p>H2 stores its tables one after the other, so what another transaction writes at that moment is stored in part, without
 * the entry of the undo log. If the process is killed before the next commit, that part stays (docs/adr/0053).
 *
 * <p>A pause lets running transactions end, so that the database can be closed for a moment without cutting off any of them.
 */
final class H2Turns implements TransactionTurns {

    /** Servers create the data source by reflection, outside CDI. */
    static final H2Turns OF_SETTINGS = new H2Turns(Duration.ofSeconds(30), Duration.ofSeconds(10));

    private final Duration longestPause;
    private final Duration longestWrite;
    private final Semaphore pen = new Semaphore(1, true);
    private Thread writer;
    private int writing;
    private int running;
    private boolean isPaused;

    /**
     * @param longestPause how long a new transaction waits for the end of a pause
     * @param longestWrite how long a transaction waits for the one that writes
     */
    H2Turns(Duration longestPause, Duration longestWrite) {
        this.longestPause = longestPause;
        this.longestWrite = longestWrite;
    }

    /** The failure is of class 08, as that of a database that is out of reach. */
    @Override
    public synchronized void begin() throws SQLException {
        var end = System.nanoTime() + longestPause.toNanos();
        while (isPaused) {
            if (!waitUntil(end)) {
                throw new SQLTransientConnectionException("The database is paused", "08001");
            }
        }
        running++;
    }

    /**
     * A thread that writes in one transaction may write in another one: it cannot do both at the same moment, and Flyway
     * migrates with two. The failure is of class 40, as that of a conflict: the transaction can be tried again.
     */
    @Override
    public void beginWriting() throws SQLException {
        if (!isMineAlready() && !waitForMyTurn()) {
            throw new SQLTransactionRollbackException("Another transaction writes", "40001");
        }
        write();
    }

    private synchronized boolean isMineAlready() {
        return writer == Thread.currentThread();
    }

    private synchronized void write() {
        writer = Thread.currentThread();
        writing++;
    }

    private boolean waitForMyTurn() {
        try {
            return pen.tryAcquire(longestWrite.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public synchronized void end(boolean hasWritten) {
        if (hasWritten && --writing == 0) {
            writer = null;
            pen.release();
        }
        running--;
        notifyAll();
    }

    /**
     * Waits until no transaction runs, and keeps new ones from beginning.
     *
     * @return false if some still run after this time, or another pause is under way; then nothing is paused
     */
    synchronized boolean pause(Duration atMost) {
        if (isPaused) {
            return false;
        }
        isPaused = true;
        var end = System.nanoTime() + atMost.toNanos();
        while (running > 0) {
            if (!waitUntil(end)) {
                resume();
                return false;
            }
        }
        return true;
    }

    synchronized void resume() {
        isPaused = false;
        notifyAll();
    }

    /**
     * @return false when the time is over, or the thread is interrupted
     */
    private boolean waitUntil(long end) {
        var millis = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
        if (millis <= 0) {
            return false;
        }
        try {
            wait(millis);
            return true;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
