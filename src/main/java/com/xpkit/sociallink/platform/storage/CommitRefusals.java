package com.xpkit.sociallink.platform.storage;

import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What the database said when it refused the last commit of a thread. Galera, and any database that checks for conflicts
 * at the end, refuses only there, and some transaction managers pass on its words as a text, without the exception.
 */
final class CommitRefusals {

    /** Not a thread local: a server's threads would keep it, and this application's classes, after the application. */
    private static final Map<Thread, SQLException> LAST = new ConcurrentHashMap<>();

    private CommitRefusals() {}

    static void remember(SQLException refusal) {
        LAST.put(Thread.currentThread(), refusal);
    }

    /** The thread begins its next transaction. */
    static void forget() {
        LAST.remove(Thread.currentThread());
    }

    /** Of the thread's last transaction; empty if it was not refused at its commit. */
    static Optional<SQLException> last() {
        return Optional.ofNullable(LAST.get(Thread.currentThread()));
    }
}
