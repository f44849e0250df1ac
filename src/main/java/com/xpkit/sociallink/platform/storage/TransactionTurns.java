package com.xpkit.sociallink.platform.storage;

import java.sql.SQLException;

/** Decides when a transaction may begin, and when it may write. */
interface TransactionTurns {

    /** Everybody at any time: the database sees to it. */
    TransactionTurns FREE =
            new TransactionTurns() {
                @Override
                public void begin() {}

                @Override
                public void beginWriting() {}

                @Override
                public void end(boolean hasWritten) {}
            };

    /**
     * Waits until a transaction may begin.
     *
     * @throws SQLException when it waited too long; then it has not begun
     */
    void begin() throws SQLException;

    /**
     * Waits until the transaction may write; called once, after {@link #begin()}.
     *
     * @throws SQLException when it waited too long; the transaction may go on reading
     */
    void beginWriting() throws SQLException;

    /** The transaction has been committed or rolled back, or its connection is gone. */
    void end(boolean hasWritten);
}
