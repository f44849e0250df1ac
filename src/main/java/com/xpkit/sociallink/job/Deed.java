package com.xpkit.sociallink.job;

/** What a job waits for. */
enum Deed {
    RUN("run"),
    CALL("call");

    private final String word;

    Deed(String word) {
        this.word = word;
    }

    /** As the database says it. */
    String word() {
        return word;
    }
}
