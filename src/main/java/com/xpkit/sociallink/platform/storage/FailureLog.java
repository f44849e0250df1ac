package com.xpkit.sociallink.platform.storage;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/**
 * Logs failures without the values that their messages may hold: a database names the OpenID that stands twice, a
 * parser quotes what it was given. Nobody else hands a throwable, or its text, to a logger.
 */
public final class FailureLog {

    private FailureLog() {}

    /** The text, and the stack traces of the failure and its causes. */
    public static void trace(Logger log, Level level, String text, Throwable failure) {
        if (log.isLoggable(level)) {
            log.log(level, text, LoggedFailure.of(failure));
        }
    }

    /** One line: the text, and what failed first. */
    public static void line(Logger log, Level level, String text, Throwable failure) {
        // no parameter: what the text holds must not be taken for a place in a format
        log.log(level, text + ": " + LoggedFailure.of(failure).root());
    }
}
