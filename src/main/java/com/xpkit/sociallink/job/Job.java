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
 * Work that outlives its request. A node that works on it has a lease, which ends at {@code due}. Until then other nodes leave
 * the job alone, and if the node dies, another one takes the job after that.
 */
@Entity
@Table(name = "job")
public class Job extends Stored implements Owned {

    /** How many times a step may break off before it counts as failed. */
    static final int MAX_RUNS = 5;

    @Column(name = "account_id")
    private UUID accountId;

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

    /** The word of a {@link Deed}; null if nothing is left to do. */
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
        super(now);
        accountId = task.account();
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
     * @param sealedUrl the sealed address of the webhook that is called when the job is finished
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

    /** The end of a lease identifies it: the next lease ends later, so no two are equal. */
    boolean isHeldUntil(Instant lease) {
        return lease.equals(due);
    }

    /** Keeps other nodes away until the end of the lease, and returns that end as it is stored. */
    Instant lease(Instant end) {
        due = end.truncatedTo(ChronoUnit.MICROS);
        return due;
    }

    /** A node begins after the steps that are done. */
    void begin(int next, Instant now) {
        runs = place == next ? runs + 1 : 1;
        place = next;
        if (status.equals(JobStatus.QUEUED.word())) {
            status = JobStatus.RUNNING.word();
            touch(now);
        }
    }

    /** The turn ended without a failure. Any node may continue, after the jobs that have waited longer. */
    void giveBack(Instant now) {
        runs = Math.max(0, runs - 1);
        lease(now);
    }

    /** A step broke off. It is tried again after 5 s, 20 s, 80 s and 320 s, and then counts as failed. */
    void postpone(Instant now) {
        var pause = Duration.ofSeconds(5).multipliedBy(1L << 2 * Math.max(0, runs - 1));
        lease(runs < MAX_RUNS ? now.plus(pause) : now);
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
     * @param outcome for people who read the database
     * @param next when to call again; empty if nothing is left to do
     */
    void recordCall(String outcome, Optional<Instant> next) {
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

    /** Something that its steps showed was removed. */
    void change(Instant now) {
        touch(now);
    }

    @Override
    public UUID account() {
        return accountId;
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

    /** The sealed address of its webhook. */
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
