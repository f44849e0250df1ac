package com.xpkit.sociallink.job;

import com.xpkit.sociallink.platform.storage.OptionalId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * A step that was done. The row is written in the transaction that did the step. Its key makes sure that the step is done
 * once, even if several nodes try it.
 */
@Entity
@IdClass(JobStep.Key.class)
@Table(name = "job_step")
public class JobStep {

    @Id
    @Column(name = "job_id")
    private UUID jobId;

    @Id private int place;

    private boolean failed;

    /** See {@link OptionalId}. */
    private UUID subject = OptionalId.NONE;

    /** A JSON object. */
    private String outcome;

    protected JobStep() {}

    /** A step that begins. Other transactions do not see it before this one ends. */
    JobStep(UUID job, int place) {
        jobId = job;
        outcome = "{}";
        this.place = place;
    }

    JobStep succeed(String outcome, Optional<UUID> subject) {
        this.outcome = outcome;
        this.subject = OptionalId.stored(subject);
        return this;
    }

    JobStep fail(String error) {
        outcome = error;
        failed = true;
        return this;
    }

    UUID job() {
        return jobId;
    }

    int place() {
        return place;
    }

    boolean isFailed() {
        return failed;
    }

    Optional<UUID> subject() {
        return OptionalId.read(subject);
    }

    String outcome() {
        return outcome;
    }

    /** The primary key. */
    public static class Key implements Serializable {

        private static final long serialVersionUID = 1L;

        private UUID jobId;
        private int place;

        public Key() {}

        Key(UUID job, int place) {
            jobId = job;
            this.place = place;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && key.jobId.equals(jobId) && key.place == place;
        }

        @Override
        public int hashCode() {
            return Objects.hash(jobId, place);
        }
    }
}
