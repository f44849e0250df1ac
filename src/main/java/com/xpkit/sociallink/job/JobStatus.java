package com.xpkit.sociallink.job;

/** The state of a job. Jobs cannot be cancelled yet; the word is from XPKit. */
enum JobStatus {
    QUEUED("Queued"),
    RUNNING("Running"),
    SUCCEEDED("Succeeded"),
    FAILED("Failed"),
    CANCELLED("Cancelled");

    private final String word;

    JobStatus(String word) {
        this.word = word;
    }

    /** The word in the API and in the database. */
    String word() {
        return word;
    }
}
