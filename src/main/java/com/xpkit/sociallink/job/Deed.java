package com.xpkit.sociallink.job;

/** What a job waits for. */
enum Deed {
    RUN("run"),
    CALL("call");

    private final String word;

    Deed(String word) {
        this.word = word;
    }

    /** The word in the database. */
    String word() {
        return word;
    }
}
