package com.xpkit.sociallink.job;

import com.xpkit.sociallink.kernel.Owned;
import com.xpkit.sociallink.kernel.work.Task;
import com.xpkit.sociallink.kernel.work.Work;
import com.xpkit.sociallink.platform.storage.Stored;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;

/**
 * Work that outlives its request. A node that works at it holds a lease: until then {@code due} keeps
 * other nodes away, and when the node dies it brings them here.
 */
@Entity
@Table(name = "job")
public class Job extends Stored implements Owned {

    /** How often a step may break off before it counts as failed. */
    static final int MOST_RUNS = 5;

    @Column(name = "account_id")
    private String accountId;

    @Column(name = "client_id")
    private String clientId;

    private String kind;
    private String service;

    @Column(name = "is_bulk")
    private boolean isBulk;

    private String info;
    private String status;
    private int steps;
    private int succeeded;
    private int failed;

    /** The word of a {@link Deed}; null when nothing is left to do. */
    @Column(name = "waits_for")
    private String waitsFor;

    private Instant due;
    private int place;
    private int runs;
    private Instant finished;

    /** Sealed. */
    @Column(name = "webhook_url")
    private String webhookUrl;

    @Column(name = "webhook_tries")
    private int webhookTries;

    @Column(name = "webhook_outcome")
    private String webhookOutcome;

    protected Job() {}

    Job(Work work, Task task, int steps, String info, Instant now) {
        super(UUID.randomUUID(), now);
        accountId = task.account().toString();
        clientId = task.actor().id();
        kind = work.kind();
        service = work.service();
        isBulk = work.isBulk();
        status = JobStatus.QUEUED.word();
        waitsFor = Deed.RUN.word();
        due = now.truncatedTo(ChronoUnit.MICROS);
        this.steps = steps;
        this.info = info;
    }

    /**
     * @param sealedUrl of the webhook that is called when the job is finished
     */
    void callAt(String sealedUrl) {
        webhookUrl = sealedUrl;
    }

    boolean isDue(Instant now) {
        return due != null && !due.isAfter(now);
    }

    boolean isFinished() {
        return finished != null;
    }

    /** A lease's end is its name: the next one ends later, so no two are alike. */
    boolean isHeldUntil(Instant lease) {
        return lease.equals(due);
    }

    /** Keeps other nodes away until then; returns the lease's end as it is stored. */
    Instant lease(Instant end) {
        due = end.truncatedTo(ChronoUnit.MICROS);
        return due;
    }

    /** A node begins, behind the steps that are done. */
    void begin(int next, Instant now) {
        runs = place == next ? runs + 1 : 1;
        place = next;
        if (status.equals(JobStatus.QUEUED.word())) {
            status = JobStatus.RUNNING.word();
            touch(now);
        }
    }

    /** Nothing was wrong: any node goes on, after the jobs that wait longer. */
    void giveBack(Instant now) {
        runs = Math.max(0, runs - 1);
        lease(now);
    }

    /** A step broke off; it is tried again after 5 s, 20 s, 80 s, 320 s, and then counts as failed. */
    void postpone(Instant now) {
        var pause = Duration.ofSeconds(5).multipliedBy(1L << 2 * Math.max(0, runs - 1));
        lease(runs < MOST_RUNS ? now.plus(pause) : now);
    }

    void finish(int succeeded, int failed, Instant now) {
        this.succeeded = succeeded;
        this.failed = failed;
        status = (succeeded == 0 ? JobStatus.FAILED : JobStatus.SUCCEEDED).word();
        finished = now;
        rest();
        if (webhookUrl != null) {
            waitsFor = Deed.CALL.word();
            lease(now);
        }
        touch(now);
    }

    /**
     * @param outcome for people who look into the database
     * @param next when to call again; empty when nothing is left to do
     */
    void tellWebhook(String outcome, Optional<Instant> next) {
        webhookOutcome = outcome;
        webhookTries++;
        next.ifPresentOrElse(this::lease, this::rest);
    }

    private void rest() {
        waitsFor = null;
        due = null;
    }

    boolean waitsFor(Deed deed) {
        return deed.word().equals(waitsFor);
    }

    /** Something that its steps showed is gone. */
    void change(Instant now) {
        touch(now);
    }

    @Override
    public UUID account() {
        return UUID.fromString(accountId);
    }

    String client() {
        return clientId;
    }

    String kind() {
        return kind;
    }

    String service() {
        return service;
    }

    boolean isBulk() {
        return isBulk;
    }

    String info() {
        return info;
    }

    String status() {
        return status;
    }

    int steps() {
        return steps;
    }

    int succeeded() {
        return succeeded;
    }

    int failed() {
        return failed;
    }

    int runs() {
        return runs;
    }

    /** Its address, sealed. */
    Optional<String> webhook() {
        return Optional.ofNullable(webhookUrl);
    }

    int webhookTries() {
        return webhookTries;
    }

    String webhookOutcome() {
        return webhookOutcome;
    }
}
