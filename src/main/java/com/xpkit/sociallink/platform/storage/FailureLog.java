package com.xpkit.sociallink.platform.storage;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/**
 * Logs failures without the values that their messages may contain: a database names a duplicate OpenID, and a parser
 * quotes its input. No other class may pass a throwable, or its text, to a logger.
 */
public final class FailureLog {

    private FailureLog() {}

    /** The text, and the stack traces of the failure and its causes. */
    public static void trace(Logger log, Level level, String text, Throwable failure) {
        if (log.isLoggable(level)) {
            log.log(level, text, LoggedFailure.of(failure));
        }
    }

    /** One line: the text and the root cause. */
    public static void line(Logger log, Level level, String text, Throwable failure) {
        // no parameter: the text must not be read as a format
        log.log(level, text + ": " + LoggedFailure.of(failure).root());
    }
}
