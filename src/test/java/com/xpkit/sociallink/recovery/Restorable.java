package com.xpkit.sociallink.recovery;

import com.xpkit.sociallink.database.Database;
import java.io.IOException;

/** A database server that can lose everything and come back. */
interface Restorable extends AutoCloseable {

    /** The service's. */
    Database database();

    /** A full backup. */
    void backUp();

    /** What an operator notes, or finds in a log: everything committed before this call is before it. */
    String now();

    /** Loses the server's files, and restores from what is kept elsewhere: as it was at this moment. */
    void recoverTo(String moment) throws IOException;

    @Override
    void close();
}
