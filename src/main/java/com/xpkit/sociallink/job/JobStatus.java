package com.xpkit.sociallink.job;

/** How far a job is. Nobody cancels jobs yet; the word is XPKit's. */
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

    /** As the wire and the database say it. */
    String word() {
        return word;
    }
}
