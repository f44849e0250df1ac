package com.xpkit.sociallink.cluster;

import java.util.regex.Pattern;

/**
 * One statement as PostgreSQL logged it.
 *
 * @param transaction the virtual transaction id with the process: the same for all statements of one transaction
 * @param parameters as text; empty without any
 */
record Statement(String transaction, String sql, String parameters) {

    private static final Pattern BRACKETS =
            Pattern.compile("(BEGIN|COMMIT|ROLLBACK|SET |SHOW )[\\s\\S]*");

    /** Whether it only opens, sets up or ends a transaction or a session. */
    boolean isBracket() {
        return BRACKETS.matcher(sql).matches();
    }

    /** Whether it only checks that the server answers: drivers send an empty statement for that. */
    boolean isQuestion() {
        return sql.isEmpty();
    }

    boolean mentions(String value) {
        return sql.contains(value) || parameters.contains(value);
    }
}
