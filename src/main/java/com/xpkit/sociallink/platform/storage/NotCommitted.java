package com.xpkit.sociallink.platform.storage;

/**
 * A transaction was not committed. The cause is what the server's transaction manager reported, and {@link
 * ConstraintViolations} finds the database's own reason.
 */
public final class NotCommitted extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotCommitted(Exception reported) {
        super("The transaction was not committed", reported);
    }
}
