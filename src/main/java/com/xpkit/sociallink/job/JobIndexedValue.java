package com.xpkit.sociallink.job;

import com.xpkit.sociallink.platform.listing.document.IndexedValue;
import com.xpkit.sociallink.platform.listing.document.IndexedValueRow;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Objects;
import java.util.UUID;

/** One value in the outcome of a step. */
@Entity
@IdClass(JobIndexedValue.Key.class)
@Table(name = "job_indexed_value")
public class JobIndexedValue extends IndexedValueRow {

    @Id
    @Column(name = "job_id")
    private UUID jobId;

    @Id private int step;

    protected JobIndexedValue() {}

    JobIndexedValue(UUID account, JobStep step, IndexedValue indexed) {
        super(account, indexed);
        jobId = step.job();
        this.step = step.place();
    }

    /** The primary key. */
    public static class Key implements Serializable {

        private static final long serialVersionUID = 1L;

        private UUID jobId;
        private int step;
        private String path;
        private String value;

        public Key() {}

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key
                    && key.jobId.equals(jobId)
                    && key.step == step
                    && key.path.equals(path)
                    && key.value.equals(value);
        }

        @Override
        public int hashCode() {
            return Objects.hash(jobId, step, path, value);
        }
    }
}
