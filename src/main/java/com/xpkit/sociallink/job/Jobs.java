package com.xpkit.sociallink.job;

import com.xpkit.sociallink.platform.listing.ListRequest;
import com.xpkit.sociallink.platform.listing.Lists;
import com.xpkit.sociallink.platform.listing.Page;
import com.xpkit.sociallink.platform.listing.Rows;
import com.xpkit.sociallink.platform.sealing.SealedText;
import com.xpkit.sociallink.platform.storage.Sizes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** All jobs of all accounts, and their input. */
@ApplicationScoped
public class Jobs {

    @PersistenceContext EntityManager em;

    @Inject Lists lists;

    @Inject Sizes sizes;

    Optional<Job> find(UUID id) {
        return Optional.ofNullable(em.find(Job.class, id));
    }

    /** The job, locked until the caller's transaction ends. */
    Optional<Job> lock(UUID id) {
        return Optional.ofNullable(em.find(Job.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    Page<Job> page(UUID account, ListRequest request) {
        return lists.page(Rows.of(account, Job.class), request);
    }

    /** The job is written first, because its input refers to it. */
    void add(Job job, JobInput input) {
        em.persist(job);
        em.flush();
        em.persist(input);
        em.flush();
    }

    void flush() {
        em.flush();
    }

    /**
     * @throws IllegalStateException if there is none, for example because the job is finished
     */
    JobInput input(UUID job) {
        return Optional.ofNullable(em.find(JobInput.class, job))
                .orElseThrow(() -> new IllegalStateException("A job without its input"));
    }

    void removeInput(UUID job) {
        em.createQuery("delete from JobInput i where i.jobId = :job")
                .setParameter("job", job)
                .executeUpdate();
    }

    /** How many jobs of the account wait for the deed. */
    long count(UUID account, Deed deed) {
        return em.createQuery(
                        "select count(j.id) from Job j"
                                + " where j.accountId = :account and j.waitsFor = :deed",
                        Long.class)
                .setParameter("account", account)
                .setParameter("deed", deed.word())
                .getSingleResult();
    }

    /** The approximate size of the account's jobs in bytes, with their input and what their steps show. */
    long bytesOf(UUID account) {
        return sizes.ofRows(account, "job a", "a.info", "a.webhook_url")
                + sizes.ofRows(account, "job_input i join job a on a.id = i.job_id", "i.task")
                + sizes.ofRows(account, "job_step s join job a on a.id = s.job_id", "s.outcome")
                + sizes.ofRows(
                        account, "job_indexed_value a", "a.path", "a.indexed_value", "a.long_text");
    }

    /** Whether a job of any kind is due. */
    boolean isAny(Due due) {
        return !em.createQuery(
                        "select j.id from Job j where j.waitsFor = :deed and j.due <= :now",
                        UUID.class)
                .setParameter("deed", due.deed().word())
                .setParameter("now", due.now())
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    /** The account's jobs that are due, first those that have waited longest. */
    List<UUID> of(UUID account, Due due, int max) {
        return em.createQuery(
                        "select j.id from Job j where j.accountId = :account"
                                + " and j.waitsFor = :deed and j.due <= :now and j.kind in :kinds"
                                + " order by j.due",
                        UUID.class)
                .setParameter("account", account)
                .setParameter("deed", due.deed().word())
                .setParameter("now", due.now())
                .setParameter("kinds", due.kinds())
                .setMaxResults(max)
                .getResultList();
    }

    /** The sealed webhook addresses of all jobs that have one. */
    List<SealedText> webhookUrls() {
        return em.createQuery(
                        "select new com.xpkit.sociallink.platform.sealing.SealedText(j.id,"
                                + " j.webhookUrl) from Job j where j.webhookUrl is not null",
                        SealedText.class)
                .getResultList();
    }

    /** Does nothing if the address has changed since it was read, because several nodes may do this at once. */
    void replaceWebhookUrl(SealedText old, String sealed) {
        em.createQuery(
                        "update Job j set j.webhookUrl = :sealed where j.id = :id and"
                                + " j.webhookUrl = :old")
                .setParameter("sealed", sealed)
                .setParameter("id", old.row())
                .setParameter("old", old.text())
                .executeUpdate();
    }

    /** Removes up to {@code max} jobs that finished before then, with their steps. Returns how many it removed. */
    @Transactional
    public int removeFinishedBefore(Instant then, int max) {
        var ids =
                em.createQuery(
                                "select j.id from Job j where j.finished < :then"
                                        + " order by j.finished",
                                UUID.class)
                        .setParameter("then", then)
                        .setMaxResults(max)
                        .getResultList();
        return ids.isEmpty() ? 0 : remove(ids);
    }

    /** The database deletes inputs, steps and their indexed values with their jobs. */
    private int remove(List<UUID> ids) {
        return em.createQuery("delete from Job j where j.id in :ids")
                .setParameter("ids", ids)
                .executeUpdate();
    }

    void removeAllOf(UUID account) {
        em.createQuery("delete from Job j where j.accountId = :account")
                .setParameter("account", account)
                .executeUpdate();
    }
}
