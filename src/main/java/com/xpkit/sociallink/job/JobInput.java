package com.xpkit.sociallink.job;

import com.xpkit.sociallink.kernel.work.Task;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/**
 * The input of a job, and the actor that it works for. It is separate from the job, so that lists do not read it. It is
 * personal data, and is deleted when the job is finished.
 */
@Entity
@Table(name = "job_input")
public class JobInput {

    @Id
    @Column(name = "job_id")
    private UUID jobId;

    /** JSON. */
    private String task;

    /** JSON. */
    private String actor;

    protected JobInput() {}

    JobInput(UUID job, Task task) {
        jobId = job;
        this.task = task.input().toString();
        actor = task.actor().json().toString();
    }

    String task() {
        return task;
    }

    String actor() {
        return actor;
    }
}
