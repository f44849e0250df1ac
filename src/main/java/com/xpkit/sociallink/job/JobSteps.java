package com.xpkit.sociallink.job;

import com.xpkit.sociallink.platform.listing.document.IndexedValue;
import com.xpkit.sociallink.platform.storage.OptionalId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** The steps that were done, of all jobs. */
@ApplicationScoped
public class JobSteps {

    @PersistenceContext EntityManager em;

    /** If two nodes add the same step, the second waits for the first, and is refused if the first has done it. */
    JobStep add(JobStep step) {
        em.persist(step);
        em.flush();
        return step;
    }

    /** Adds the values of a step by which lists find its job. */
    void index(UUID account, JobStep step, Set<IndexedValue> values) {
        for (var value : values) {
            em.persist(new JobIndexedValue(account, step, value));
        }
    }

    /** Replaces the step's earlier values. */
    void replaceIndex(UUID account, JobStep step, Set<IndexedValue> values) {
        em.createQuery("delete from JobIndexedValue m where m.jobId = :job and m.step = :step")
                .setParameter("job", step.job())
                .setParameter("step", step.place())
                .executeUpdate();
        index(account, step, values);
    }

    void flush() {
        em.flush();
    }

    boolean isDone(UUID job, int place) {
        return em.find(JobStep.class, new JobStep.Key(job, place)) != null;
    }

    /** The number of steps that are done. Steps are done in order, so it is also the place of the next one. */
    int count(UUID job) {
        return count("select count(s.place) from JobStep s where s.jobId = :job", job);
    }

    int countFailed(UUID job) {
        return count(
                "select count(s.place) from JobStep s where s.jobId = :job and s.failed = true",
                job);
    }

    private int count(String jpql, UUID job) {
        return em.createQuery(jpql, Long.class)
                .setParameter("job", job)
                .getSingleResult()
                .intValue();
    }

    /** The steps of a job, in order. */
    List<JobStep> of(UUID job) {
        return em.createQuery(
                        "select s from JobStep s where s.jobId = :job order by s.place",
                        JobStep.class)
                .setParameter("job", job)
                .getResultList();
    }

    List<JobStep> firstOf(Collection<UUID> jobs) {
        if (jobs.isEmpty()) {
            return List.of();
        }
        return em.createQuery(
                        "select s from JobStep s where s.jobId in :jobs and s.place = 0",
                        JobStep.class)
                .setParameter("jobs", jobs)
                .getResultList();
    }

    List<JobStep> about(Set<UUID> subjects) {
        return em.createQuery(
                        "select s from JobStep s where s.subject in :subjects"
                                + " order by s.jobId, s.place",
                        JobStep.class)
                .setParameter("subjects", subjects)
                .getResultList();
    }

    void forget(Set<UUID> subjects, String outcome) {
        em.createQuery(
                        "update JobStep s set s.outcome = :outcome, s.subject = :none"
                                + " where s.subject in :subjects")
                .setParameter("outcome", outcome)
                .setParameter("none", OptionalId.NONE)
                .setParameter("subjects", subjects)
                .executeUpdate();
    }
}
