package com.xpkit.sociallink.platform.moving;

import java.sql.SQLException;

/** Why a database cannot be read, in words for an operator. */
enum SourceFailure {
    MISSING("There is no such database, or the user has no rights in it."),
    IN_USE(
            "Another process has the file open. Stop the service that uses it, so that nothing is"
                    + " written there while it is moved."),
    LOGIN(
            "It does not accept the user or the password. They are in sociallink.db.move-from.user"
                    + " and sociallink.db.move-from.password."),
    OUT_OF_REACH("It cannot be reached."),
    OTHER("Reading or writing failed; the line before this one says how.");

    private static final int H2_NOT_FOUND = 90146;
    private static final int H2_IN_USE = 90020;
    private static final int MARIADB_NOT_FOUND = 1049;
    private static final int MARIADB_NO_RIGHTS = 1044;

    private final String words;

    SourceFailure(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }

    static SourceFailure of(SQLException failure) {
        var state = String.valueOf(failure.getSQLState());
        return switch (failure.getErrorCode()) {
            case H2_NOT_FOUND, MARIADB_NOT_FOUND, MARIADB_NO_RIGHTS -> MISSING;
            case H2_IN_USE -> IN_USE;
            default -> ofState(state);
        };
    }

    private static SourceFailure ofState(String state) {
        if (state.equals("3D000")) {
            return MISSING;
        }
        if (state.startsWith("28")) {
            return LOGIN;
        }
        return state.startsWith("08") ? OUT_OF_REACH : OTHER;
    }
}
