package com.xpkit.sociallink.platform.moving;

/** Nothing was moved, and nothing was written. The message says why, and what to do. */
public class MoveRefused extends RuntimeException {

    /**
     * @param source the database to move from, without its password
     * @param reason one or more whole sentences, without any value of the database
     */
    MoveRefused(String source, String reason) {
        super(MoveSettings.FROM + ": nothing was moved from " + source + ". " + reason);
    }
}
