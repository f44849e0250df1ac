package com.xpkit.sociallink.platform.storage;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A failure as the log may show it: its class and stack trace, and for database errors the SQLSTATE and the constraint.
 */
public final class LoggedFailure extends Throwable {

    private static final int MAX_CAUSES = 20;
    private static final String OURS = "com.xpkit.";

    /**
     * Where each driver's message names a constraint, by the prefix of the driver's exception names. Each pattern is
     * anchored where no value can be, because a value may look like the rest of a message.
     */
    private static final List<Dialect> DIALECTS =
            List.of(
                    new Dialect(
                            "org.h2.",
                            "\\A(?:Unique index or primary key violation|Referential integrity constraint"
                                    + " violation|Check constraint violation): \"(?:\\w+\\.)?(?<name>\\w+)\\b.*"),
                    // the first line contains no values, but is in the server's language
                    new Dialect(
                            "org.postgresql.",
                            "\\A[^\\n]*[\"“«](?<name>\\w+)[\"”»][^\\n\"“”«»]*(?:\\n.*)?\\z"),
                    new Dialect(
                            "",
                            "\\A(?:\\(conn=\\d+\\) )?Duplicate entry .* for key '(?<name>[\\w.]+)'\\z"),
                    new Dialect(
                            "",
                            "\\A(?:\\(conn=\\d+\\) )?Cannot [a-z ]+ row: a foreign key constraint fails"
                                    + " \\([^,']*, CONSTRAINT `(?<name>\\w+)` .*"),
                    new Dialect(
                            "",
                            "\\A(?:\\(conn=\\d+\\) )?CONSTRAINT `(?<name>\\w+)` failed for .*"));

    private record Dialect(String driver, Pattern message) {

        Dialect(String driver, String message) {
            this(driver, Pattern.compile(message, Pattern.DOTALL));
        }
    }

    private final String text;

    private LoggedFailure(Throwable failure, int causes) {
        super(null, cause(failure, causes), true, true);
        text = text(failure);
        setStackTrace(failure.getStackTrace());
        if (causes > 0) {
            for (var suppressed : failure.getSuppressed()) {
                addSuppressed(new LoggedFailure(suppressed, 0));
            }
        }
    }

    public static LoggedFailure of(Throwable failure) {
        return new LoggedFailure(failure, MAX_CAUSES);
    }

    private static Throwable cause(Throwable failure, int causes) {
        var cause = failure.getCause();
        return cause == null || causes == 0 ? null : new LoggedFailure(cause, causes - 1);
    }

    private static String text(Throwable failure) {
        var name = failure.getClass().getName();
        if (failure instanceof SQLException refusal) {
            return name + words(refusal);
        }
        // our own messages contain no values, and the JDK's null pointer messages name only code
        var isHarmless = name.startsWith(OURS) || failure instanceof NullPointerException;
        return isHarmless && failure.getMessage() != null
                ? name + ": " + failure.getMessage()
                : name;
    }

    private static String words(SQLException refusal) {
        var state = refusal.getSQLState();
        if (state == null || state.startsWith("08")) {
            // about a connection, not a row: the pool or the network failed
            return ": " + refusal.getMessage();
        }
        return ": SQLSTATE "
                + state
                + ", error "
                + refusal.getErrorCode()
                + constraint(refusal).map(name -> ", constraint " + name).orElse("");
    }

    private static Optional<String> constraint(SQLException refusal) {
        var message = String.valueOf(refusal.getMessage());
        var name = refusal.getClass().getName();
        return DIALECTS.stream()
                .filter(dialect -> refusal.getSQLState().startsWith("23"))
                .filter(dialect -> name.startsWith(dialect.driver()))
                .map(dialect -> dialect.message().matcher(message))
                .filter(Matcher::matches)
                .map(found -> found.group("name"))
                .findFirst();
    }

    /** The root cause, which the others wrap. */
    LoggedFailure root() {
        return getCause() instanceof LoggedFailure cause ? cause.root() : this;
    }

    @Override
    public String toString() {
        return text;
    }
}
